package io.commonplace.pages.web;

import io.commonplace.platform.web.Assets;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;

/**
 * {@code /assets/diagram-frame}: the document in which {@code diagrams.js} draws diagrams. Mermaid needs styles that the
 * site's policy forbids, and its source is what somebody has written. So the document has no origin, may load nothing but its
 * two scripts, and can't reach the page that it stands in; it gets a text as a message and answers with a drawing.
 */
@WebServlet("/assets/diagram-frame")
public class DiagramFrameServlet extends HttpServlet {
    @Serial
    private static final long serialVersionUID = 1;

    private static final String POLICY = "sandbox allow-scripts; default-src 'none'; script-src 'self'; "
            + "style-src 'unsafe-inline'; form-action 'none'; frame-ancestors 'self'; base-uri 'none'";

    private static final String DOCUMENT = """
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><title>Diagrams</title>
            <script src="/assets/mermaid.min.js?v=VERSION"></script>
            <script src="/assets/diagram-frame.js?v=VERSION"></script>
            </head><body></body></html>
            """;

    @Inject
    private transient Assets assets;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Content-Security-Policy", POLICY);
        response.setContentType("text/html;charset=UTF-8");
        response.getWriter().write(DOCUMENT.replace("VERSION", assets.getVersion()));
    }
}
