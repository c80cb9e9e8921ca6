package io.commonplace.platform.web;

import io.commonplace.platform.NotFound;
import io.commonplace.platform.Refusal;
import jakarta.faces.render.ResponseStateManager;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.MappingMatch;
import java.io.IOException;
import java.io.Serial;
import java.util.Collections;

/**
 * Refuses what Faces would read and no page here sends. A view has its address by its file's name without the ending; with the
 * ending it can only be forwarded to. All views are stateless and use one render kit. A request with another state or kit is
 * forged, and Faces would report it as an error of ours.
 */
public class FacesFilter extends HttpFilter {
    @Serial
    private static final long serialVersionUID = 1;

    private static final String PREFIX = "jakarta.faces.";

    /** The view state that Faces writes for a transient view. */
    private static final String STATELESS = "stateless";

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getHttpServletMapping().getMappingMatch() == MappingMatch.EXTENSION) {
            throw new NotFound("error.404");
        }
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
