package io.commonplace.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** The secret that a form must send back. It is in the session or, before there is a session, in a cookie. */
public final class CsrfToken {
    private static final String COOKIE = "signin";
    private static final SecureRandom RANDOM = new SecureRandom();

    private CsrfToken() {}

    /** Sets the token of the session as the expected one of this request. */
    public static void keep(HttpServletRequest request, String token) {
        request.setAttribute(CsrfToken.class.getName(), token);
    }

    /** The token for a form in the response; empty if there is none. */
    public static String of(HttpServletRequest request) {
        String token = (String) request.getAttribute(CsrfToken.class.getName());
        return token == null ? "" : token;
    }

    /** The token that this request must have sent; forms in its response get the same one. */
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

    /** A random token of 144 bits, in Base64. */
    public static String random() {
        byte[] bytes = new byte[18];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
