package io.commonplace.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** The secret that a form must bring back: in the session, or, before there is one, in a cookie beside the sign-in form. */
public final class CsrfToken {
    private static final String COOKIE = "signin";
    private static final SecureRandom RANDOM = new SecureRandom();

    private CsrfToken() {}

    /** Lets the session's token, which who reads the session has found, be the one that counts for this request. */
    public static void keep(HttpServletRequest request, String token) {
        request.setAttribute(CsrfToken.class.getName(), token);
    }

    /** The token that a form shown now has to carry; empty where none can be sent. */
    public static String of(HttpServletRequest request) {
        String token = (String) request.getAttribute(CsrfToken.class.getName());
        return token == null ? "" : token;
    }

    /** Finds what a form of this request must have brought, and what one in its answer must bring. */
    static @Nullable String expected(HttpServletRequest request) {
        String token = (String) request.getAttribute(CsrfToken.class.getName());
        if (token == null) {
            token = RequestCookies.find(request, COOKIE).orElse(null);
            request.setAttribute(CsrfToken.class.getName(), token);
        }
        return token;
    }

    static void beginBeforeSession(HttpServletRequest request, HttpServletResponse response) {
        String token = random();
        response.addCookie(RequestCookies.make(request, COOKIE, token, -1));
        request.setAttribute(CsrfToken.class.getName(), token);
    }

    /** A token nobody can guess. */
    public static String random() {
        byte[] bytes = new byte[18];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
