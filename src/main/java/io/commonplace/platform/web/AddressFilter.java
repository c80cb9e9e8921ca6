package io.commonplace.platform.web;

import io.commonplace.platform.Messages;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.Set;

/**
 * Refuses addresses that the container and our checks might read differently, and methods that this site doesn't use. It
 * runs first and doesn't read the body. The balancer does the same; this also protects a clone without one.
 */
public class AddressFilter extends HttpFilter {
    @Serial
    private static final long serialVersionUID = 1;

    private static final Set<String> READING = Set.of("GET", "HEAD");

    @Inject
    private transient ErrorPage page;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!CanonicalPath.is(request.getRequestURI())) {
            page.write(request, response, HttpServletResponse.SC_BAD_REQUEST, Messages.text("address.invalid"));
        } else if (!isAllowed(request)) {
            response.setHeader("Allow", RequestPath.isAsset(request) ? "GET, HEAD" : "GET, HEAD, POST");
            page.write(request, response, HttpServletResponse.SC_METHOD_NOT_ALLOWED, Messages.text("address.method"));
        } else {
            chain.doFilter(request, response);
        }
    }

    /** Anyone may read assets without signing in, so no body is accepted for them. */
    private static boolean isAllowed(HttpServletRequest request) {
        return READING.contains(request.getMethod())
                || (request.getMethod().equals("POST") && !RequestPath.isAsset(request));
    }
}
