package io.commonplace.pages.web;

import io.commonplace.database.ReadOnlyMode;
import io.commonplace.people.Viewer;
import io.commonplace.people.web.CurrentUser;
import io.commonplace.platform.Build;
import io.commonplace.platform.Digest;
import io.commonplace.platform.web.Assets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;

/**
 * Whether a browser's copy of a page is still what it would get. The validator (RFC 9110, section 8.8.3) is a digest of all
 * that a page view depends on. It is made anew from the caches at each request, after the rights have been checked, so nothing
 * has to be invalidated.
 */
@ApplicationScoped
class PageValidator {
    @Inject
    private Assets assets;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private ReadOnlyMode mode;

    /**
     * Gives the response its validator.
     *
     * @return true if the browser has this page, and the response says so
     */
    boolean isUnchanged(HttpServletRequest request, HttpServletResponse response, PageRead read) {
        String validator = "W/\"" + Digest.of(shown(read).toString()) + '"';
        response.setHeader("ETag", validator);
        if (!validator.equals(request.getHeader("If-None-Match"))) {
            return false;
        }
        response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
        return true;
    }

    private List<Object> shown(PageRead read) {
        Viewer viewer = currentUser.viewer();
        return List.of(
                Build.THIS,
                assets.getVersion(),
                currentUser.csrf(),
                viewer.displayName(),
                viewer.administrator(),
                currentUser.isEditor(),
                mode.text().orElse(""),
                read.version());
    }
}
