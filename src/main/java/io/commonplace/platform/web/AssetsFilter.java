package io.commonplace.platform.web;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.Optional;
import java.util.Set;

/**
 * Lets browsers cache assets for ever if the address has this clone's version. During a roll-out a page of the new version
 * may send its request to an old clone, whose response must not be cached under the new address.
 */
public class AssetsFilter extends HttpFilter {
    @Serial
    private static final long serialVersionUID = 1;

    /** What a frame without an origin loads, in which diagrams are drawn: to a browser that is another site. */
    private static final Set<String> WITHOUT_ORIGIN = Set.of("/assets/mermaid.min.js", "/assets/diagram-frame.js");

    @Inject
    private transient Assets assets;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (WITHOUT_ORIGIN.contains(RequestPath.of(request))) {
            response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
        }
        if (("v=" + assets.getVersion()).equals(request.getQueryString())) {
            response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
            Optional<byte[]> zipped = acceptsGzip(request) ? assets.zipped(RequestPath.of(request)) : Optional.empty();
            if (zipped.isPresent()) {
                write(request, response, zipped.get());
                return;
            }
        }
        chain.doFilter(request, response);
    }

    private static boolean acceptsGzip(HttpServletRequest request) {
        String encodings = request.getHeader("Accept-Encoding");
        return request.getMethod().equals("GET") && encodings != null && encodings.contains("gzip");
    }

    private static void write(HttpServletRequest request, HttpServletResponse response, byte[] zipped)
            throws IOException {
        response.setContentType(request.getServletContext().getMimeType(RequestPath.of(request)));
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Content-Encoding", "gzip");
        response.setHeader("Vary", "Accept-Encoding");
        response.setContentLength(zipped.length);
        response.getOutputStream().write(zipped);
    }
}
