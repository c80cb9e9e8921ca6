package io.commonplace.pages.web;

import io.commonplace.database.ReadOnlyMode;
import io.commonplace.pages.PageHead;
import io.commonplace.people.Access;
import io.commonplace.people.SpaceLevel;
import io.commonplace.people.Viewer;
import io.commonplace.people.web.CurrentUser;
import io.commonplace.platform.Build;
import io.commonplace.platform.web.Assets;
import io.commonplace.platform.web.FlashMessages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;

/**
 * Whether a browser's copy of a page is still what it would get. The validator (RFC 9110, section 8.8.3) is a digest of all
 * that a page view depends on. It is made anew from the caches at each request, after the rights have been checked, so nothing
 * has to be invalidated.
 */
@ApplicationScoped
class PageValidator {
    private static final int BYTES = 16;

    @Inject
    private Assets assets;

    @Inject
    private Access access;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private ReadOnlyMode mode;

    @Inject
    private Instance<PagePart> parts;

    /**
     * Gives the response its validator.
     *
     * @return true if the browser has this page, and the response says so
     */
    boolean isUnchanged(HttpServletRequest request, HttpServletResponse response, PageRead read) {
        if (FlashMessages.isWaiting(request)) {
            return false;
        }
        String validator = "W/\"" + digest(shown(read).toString()) + '"';
        response.setHeader("ETag", validator);
        if (!validator.equals(request.getHeader("If-None-Match"))) {
            return false;
        }
        response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
        return true;
    }

    private List<Object> shown(PageRead read) {
        Viewer viewer = currentUser.viewer();
        PageHead page = read.page();
        return List.of(
                Build.THIS,
                assets.getVersion(),
                currentUser.csrf(),
                viewer.displayName(),
                viewer.administrator(),
                access.may(viewer, SpaceLevel.EDIT, read.space().id()),
                mode.text().orElse(""),
                read.space(),
                read.tree(),
                page == null ? "" : page,
                page == null
                        ? ""
                        : parts.stream().map(part -> part.shown(page.id())).toList());
    }

    private static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash).substring(0, BYTES * 4 / 3);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
