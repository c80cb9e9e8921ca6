package io.commonplace.platform.web;

import jakarta.servlet.http.HttpServletRequest;

/** Where a request comes from, as the load balancer saw it. */
public final class ClientAddress {
    private ClientAddress() {}

    /** The last element of X-Forwarded-For is the balancer's own word; those before it are the sender's. */
    public static String of(HttpServletRequest request) {
        String forwarded = request.getHeader("X-Forwarded-For");
        if (forwarded == null || forwarded.isBlank()) {
            return request.getRemoteAddr();
        }
        return forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
    }
}
