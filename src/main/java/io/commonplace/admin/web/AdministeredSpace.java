package io.commonplace.admin.web;

import io.commonplace.pages.SpaceHead;
import io.commonplace.pages.Spaces;
import io.commonplace.people.Access;
import io.commonplace.people.SpaceLevel;
import io.commonplace.people.web.CurrentUser;
import io.commonplace.platform.Forbidden;
import io.commonplace.platform.NotFound;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;

/** The space that the request's parameter {@code space} names. */
@RequestScoped
class AdministeredSpace {
    @Inject
    private Spaces spaces;

    @Inject
    private Access access;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private HttpServletRequest request;

    /**
     * Finds the space, and checks the right.
     *
     * @throws NotFound if the person may not view it
     * @throws Forbidden if the person may not administer it
     */
    SpaceHead get() {
        String slug = request.getParameter("space");
        SpaceHead found = spaces.get(currentUser.viewer(), slug == null ? "" : slug);
        access.require(currentUser.viewer(), SpaceLevel.ADMINISTER, found.id());
        return found;
    }
}
