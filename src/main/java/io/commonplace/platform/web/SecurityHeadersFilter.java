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
 * Tells the browser to run and load nothing that is not this site's own, and to keep nothing. Set first, so that what
 * comes later can say otherwise, and again whenever the response is begun anew: Faces does that before an error. What is
 * the same for every answer the balancer adds, to its own as well ({@code haproxy.cfg}).
 */
public class SecurityHeadersFilter extends HttpFilter {
    @Serial
    private static final long serialVersionUID = 1;

    private static final String CONTENT_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "img-src 'self' data:; connect-src 'self'; font-src 'self'; form-action 'self'; "
            + "frame-ancestors 'none'; base-uri 'none'";

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        set(response);
        chain.doFilter(request, new Kept(response));
    }

    static void set(HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", CONTENT_POLICY);
        response.setHeader("Cache-Control", "private, no-cache");
    }

    private static final class Kept extends HttpServletResponseWrapper {
        private Kept(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void reset() {
            super.reset();
            set((HttpServletResponse) getResponse());
        }

        /** To a path: the container would write out the name by which it was asked, which is the sender's word. */
        @Override
        public void sendRedirect(String location) throws IOException {
            resetBuffer();
            setStatus(SC_FOUND);
            setHeader("Location", location);
            flushBuffer();
        }
    }
}
