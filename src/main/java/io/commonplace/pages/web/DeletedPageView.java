package io.commonplace.pages.web;

import io.commonplace.pages.Deletion;
import io.commonplace.pages.SpaceHead;
import io.commonplace.platform.NotFound;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** Shown at the address of a deleted page, to those who may restore it; {@link PageRoute} has found the deletion. */
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

    /** @throws NotFound if the view was requested directly, not through {@link PageRoute} */
    private Found found() {
        @Nullable Found found = (Found) request.getAttribute(PageRoute.DELETED);
        if (found == null) {
            throw new NotFound("page.notFound");
        }
        return found;
    }

    /** The deletion of the requested page. */
    record Found(SpaceHead space, Deletion deletion) {}
}
