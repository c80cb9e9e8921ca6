package io.commonplace.platform.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Creates and reads our cookies. Scripts and other sites can't read them; a request over TLS gets a secure cookie. */
public final class RequestCookies {
    private RequestCookies() {}

    public static Optional<String> find(HttpServletRequest request, String name) {
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals(name)) {
                    return Optional.of(cookie.getValue());
                }
            }
        }
        return Optional.empty();
    }

    /** @param seconds the lifetime; 0 removes the cookie, -1 keeps it until the browser is closed */
    public static Cookie make(HttpServletRequest request, String name, String value, int seconds) {
        Cookie cookie = new Cookie(name, value);
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setAttribute("SameSite", "Lax");
        cookie.setSecure("https".equals(request.getHeader("X-Forwarded-Proto")));
        cookie.setMaxAge(seconds);
        return cookie;
    }
}
