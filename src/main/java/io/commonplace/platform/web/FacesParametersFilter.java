package io.commonplace.platform.web;

import io.commonplace.platform.Refusal;
import jakarta.faces.render.ResponseStateManager;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.Collections;

/**
 * Refuses what Faces would take from a request and no page here sends. All views are stateless and have one render kit:
 * another state, or another kit, was made by hand, and Faces would answer it as a fault of ours.
 */
public class FacesParametersFilter extends HttpFilter {
    @Serial
    private static final long serialVersionUID = 1;

    private static final String PREFIX = "jakarta.faces.";

    /** What Faces writes for a transient view. */
    private static final String STATELESS = "stateless";

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getHeader("Faces-Request") != null || isForged(request)) {
            throw new Refusal("form.forged");
        }
        chain.doFilter(request, response);
    }

    private static boolean isForged(HttpServletRequest request) {
        boolean hasParameters = request.getQueryString() != null || CsrfDecision.isUnsafe(request.getMethod());
        return hasParameters
                && Collections.list(request.getParameterNames()).stream()
                        .anyMatch(name -> name.startsWith(PREFIX) && !isOurs(request, name));
    }

    private static boolean isOurs(HttpServletRequest request, String name) {
        return name.equals(ResponseStateManager.VIEW_STATE_PARAM) && STATELESS.equals(request.getParameter(name));
    }
}
