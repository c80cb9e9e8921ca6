package io.commonplace.platform.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Our own cookies: not for scripts, not for other sites, and only over TLS where the browser came over TLS. */
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

    /** @param seconds 0 removes it, -1 keeps it until the browser is closed */
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
