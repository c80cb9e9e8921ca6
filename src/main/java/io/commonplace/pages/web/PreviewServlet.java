package io.commonplace.pages.web;

import io.commonplace.pages.PageHead;
import io.commonplace.pages.PagePath;
import io.commonplace.pages.PageReader;
import io.commonplace.pages.PageRenderer;
import io.commonplace.pages.PageText;
import io.commonplace.pages.SpaceHead;
import io.commonplace.platform.Html;
import io.commonplace.platform.Messages;
import io.commonplace.platform.Refusal;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Renders the Markdown in the request's body as it would look on the page that the parameters name. Answers 429 while this
 * person's previous preview is being rendered, or too many of other people; {@code edit.js} tries again then.
 */
@WebServlet("/preview")
public class PreviewServlet extends HttpServlet {
    @Serial
    private static final long serialVersionUID = 1;

    private static final int TOO_MANY_REQUESTS = 429;

    /** In bytes; more than the renderer accepts. Longer text is cut here and refused by the renderer. */
    private static final int MAX_BODY = 5 << 20;

    @Inject
    private transient PageAddress address;

    @Inject
    private transient PageReader pageReader;

    @Inject
    private transient PageRenderer pageRenderer;

    @Inject
    private transient PreviewSlots slots;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        address.requireEdit();
        // Read the body before taking a slot, because it may arrive slowly.
        String markdown = new String(request.getInputStream().readNBytes(MAX_BODY), StandardCharsets.UTF_8);
        SpaceHead space = address.getSpace();
        Optional<String> html = slots.run(address.viewer().id(), () -> html(space, markdown));
        response.setHeader("Cache-Control", "no-store");
        if (html.isPresent()) {
            response.setContentType("text/html;charset=UTF-8");
            response.getWriter().write(html.get());
        } else {
            response.setStatus(TOO_MANY_REQUESTS);
            response.setHeader("Retry-After", "1");
            response.setContentType("text/plain;charset=UTF-8");
            response.getWriter().write(Messages.text("preview.busy"));
        }
    }

    private String html(SpaceHead space, String markdown) {
        try {
            return pageRenderer
                    .render(space, sourcePath(space), new PageText("", markdown, ""))
                    .document()
                    .html();
        } catch (Refusal e) {
            StringBuilder html = new StringBuilder("<p class=\"notice notice-error\">");
            Html.escape(Messages.text(e), html);
            return html.append("</p>").toString();
        }
    }

    private String sourcePath(SpaceHead space) {
        String path = address.getPath();
        boolean usable = path.length() <= PagePath.MAX_LENGTH;
        return usable
                ? pageReader.page(space.id(), path).map(PageHead::sourcePath).orElse(path + "/new.md")
                : "";
    }
}
