package io.commonplace.platform.web;

import io.commonplace.platform.log.LogContext;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;

/** Begins the log context of a request, with the id that the balancer gave it. */
final class RequestLogContext {
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private RequestLogContext() {}

    static LogContext begin(HttpServletRequest request) {
        return LogContext.ofRequest(request.getHeader("X-Request-ID"), describe(request));
    }

    /** Without the query, which may contain private data. */
    private static String describe(HttpServletRequest request) {
        String failed = (String) request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        String uri = failed == null ? request.getRequestURI() : failed;
        return request.getMethod() + " " + CONTROL.matcher(uri).replaceAll("?");
    }
}
