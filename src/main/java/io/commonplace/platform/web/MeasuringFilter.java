package io.commonplace.platform.web;

import io.commonplace.platform.log.LogContext;
import io.commonplace.platform.trace.Traced;
import io.commonplace.platform.trace.Traces;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;

/**
 * Sets each request's log context, measures and traces it. It runs before all other filters, so that requests which they
 * refuse count as well.
 */
public class MeasuringFilter extends HttpFilter {
    @Serial
    private static final long serialVersionUID = 1;

    @Inject
    private transient RequestMetrics metrics;

    @Inject
    private transient Instance<RequestKinds> features;

    private final transient RequestKindTable kinds = new RequestKindTable();

    @Override
    public void init() {
        features.forEach(feature -> feature.declare(kinds));
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        // Read now: a forward changes the request's path.
        RequestKind kind = kinds.of(request.getMethod(), RequestPath.of(request));
        long begun = System.nanoTime();
        metrics.begin();
        try (LogContext ignored = RequestLogContext.begin(request)) {
            trace(kind, request, response, chain);
        } finally {
            metrics.end(kind, response.getStatus(), System.nanoTime() - begun);
        }
    }

    private static void trace(
            RequestKind kind, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!Traces.areOn() || kind == RequestKind.PROBE) {
            chain.doFilter(request, response);
            return;
        }
        try (Traced traced = Traces.request(request.getMethod(), kind.label())) {
            traced.with("http.method", request.getMethod());
            traced.with("http.target", RequestPath.of(request));
            traced.with("commonplace.request", LogContext.request());
            chain.doFilter(request, response);
            traced.with("http.status_code", response.getStatus());
            if (response.getStatus() < HttpServletResponse.SC_INTERNAL_SERVER_ERROR) {
                traced.done();
            }
        }
    }
}
