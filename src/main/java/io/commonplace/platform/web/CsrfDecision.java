package io.commonplace.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether one of our own pages sent a request.
 *
 * @param fetchSite Sec-Fetch-Site, which scripts can't set; browsers before 2023 don't send it
 * @param origin the header Origin
 * @param host the header Host
 * @see <a href="https://cheatsheetseries.owasp.org/cheatsheets/Cross-Site_Request_Forgery_Prevention_Cheat_Sheet.html">OWASP: CSRF prevention</a>
 */
record CsrfDecision(
        @Nullable String fetchSite,
        @Nullable String origin,
        @Nullable String host) {
    private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    static boolean isUnsafe(String method) {
        return !SAFE_METHODS.contains(method);
    }

    static CsrfDecision of(HttpServletRequest request) {
        return new CsrfDecision(
                request.getHeader("Sec-Fetch-Site"), request.getHeader("Origin"), request.getHeader("Host"));
    }

    /** Whether the browser's headers prove that no other site sent it. */
    boolean isSameOrigin() {
        return (fetchSite != null || origin != null) && mayBeSameOrigin();
    }

    /** Whether no header says that another site sent it. Programs send no such header. */
    boolean mayBeSameOrigin() {
        if (fetchSite != null) {
            return fetchSite.equals("same-origin") || fetchSite.equals("none");
        }
        return origin == null || hasHost(origin);
    }

    static boolean matches(@Nullable String expected, @Nullable String given) {
        return expected != null
                && given != null
                && MessageDigest.isEqual(
                        expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    private boolean hasHost(String from) {
        int authority = from.indexOf("://");
        return authority > 0 && from.substring(authority + 3).equals(host);
    }
}
