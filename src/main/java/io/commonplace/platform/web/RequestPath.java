package io.commonplace.platform.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;

/** The path of a request, decoded and normalised by the container, without path parameters. */
public final class RequestPath {
    private RequestPath() {}

    public static String of(HttpServletRequest request) {
        String rest = request.getPathInfo();
        return rest == null ? request.getServletPath() : request.getServletPath() + rest;
    }

    /** Whether the path belongs to the API; while the container reports an error, the path of the failed request. */
    public static boolean isApi(HttpServletRequest request) {
        String failed = (String) request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        String path = failed == null ? of(request) : failed;
        return path.equals("/api") || path.startsWith("/api/");
    }

    public static boolean isAsset(HttpServletRequest request) {
        return of(request).startsWith("/assets/");
    }

    /** The page whose form strangers may send. */
    static boolean isSignIn(HttpServletRequest request) {
        return of(request).equals("/login");
    }

    public static boolean isWebSocket(HttpServletRequest request) {
        return "websocket".equalsIgnoreCase(request.getHeader("Upgrade"));
    }
}
