package io.commonplace.pages.web;

import io.commonplace.pages.Deletion;
import io.commonplace.pages.SpaceHead;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

/** Shown at the address of a deleted page, to those who may restore it; {@link PageServlet} has found the deletion. */
@Named
@RequestScoped
public class DeletedPageView {
    @Inject
    private HttpServletRequest request;

    public Deletion getDeletion() {
        return found().deletion();
    }

    public SpaceHead getSpace() {
        return found().space();
    }

    private Found found() {
        return (Found) request.getAttribute(PageServlet.DELETED);
    }

    /** The deletion of the requested page. */
    record Found(SpaceHead space, Deletion deletion) {}
}
