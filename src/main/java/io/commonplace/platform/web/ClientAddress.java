package io.commonplace.platform.web;

import jakarta.servlet.http.HttpServletRequest;

/** The client's network address, as the load balancer saw it. */
public final class ClientAddress {
    private ClientAddress() {}

    /** Reads the last element of X-Forwarded-For, which the balancer adds. The client can forge those before it. */
    public static String of(HttpServletRequest request) {
        String forwarded = request.getHeader("X-Forwarded-For");
        if (forwarded == null || forwarded.isBlank()) {
            return request.getRemoteAddr();
        }
        return forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
    }
}
