package io.commonplace.people.web;

import io.commonplace.database.SessionPosition;
import io.commonplace.platform.web.RequestPath;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;

/** Takes the replication position from the session into the request, and back as soon as a write advances it. */
public class SessionPositionFilter extends HttpFilter {
    @Serial
    private static final long serialVersionUID = 1;

    @Inject
    private transient SessionPosition position;

    @Inject
    private transient SiteSession session;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (RequestPath.isAsset(request)) {
            chain.doFilter(request, response);
            return;
        }
        position.bind(session.position(request).orElse(null), advanced -> session.keepPosition(request, advanced));
        try {
            chain.doFilter(request, response);
        } finally {
            position.unbind();
        }
    }
}
