package io.commonplace.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.Serial;

/**
 * Sets headers that let the browser run and load only this site's own files, and cache nothing. It runs first, so that later
 * code can override them, and sets them again when the response is reset, as Faces does before an error. The balancer adds
 * headers that are the same for all responses, also to its own ({@code haproxy.cfg}).
 */
public class SecurityHeadersFilter extends HttpFilter {
    @Serial
    private static final long serialVersionUID = 1;

    private static final String CONTENT_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "img-src 'self' data:; media-src 'self'; connect-src 'self'; font-src 'self'; frame-src 'self'; form-action 'self'; "
            + "frame-ancestors 'none'; base-uri 'none'";

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        set(response);
        chain.doFilter(request, new WithSecurityHeaders(response));
    }

    static void set(HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", CONTENT_POLICY);
        response.setHeader("Cache-Control", "private, no-cache");
    }

    private static final class WithSecurityHeaders extends HttpServletResponseWrapper {
        private WithSecurityHeaders(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void reset() {
            super.reset();
            set((HttpServletResponse) getResponse());
        }

        /** Sends the path alone. The container would add the host name of the request, which the client can forge. */
        @Override
        public void sendRedirect(String location) throws IOException {
            resetBuffer();
            setStatus(SC_FOUND);
            setHeader("Location", location);
            flushBuffer();
        }
    }
}
