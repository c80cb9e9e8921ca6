package io.commonplace.attachments.web;

import io.commonplace.attachments.AttachmentHead;
import io.commonplace.attachments.Content;
import io.commonplace.pages.web.PageAddress;
import io.commonplace.people.web.CurrentUser;
import io.commonplace.platform.Messages;
import io.commonplace.platform.Refusal;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Serial;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * {@code POST /attachments/add?space=S&page=P&name=N} with the file as the body, for {@code upload.js}. The answer has the
 * Markdown that shows the file.
 */
@WebServlet("/attachments/add")
public class AddFileServlet extends HttpServlet {
    @Serial
    private static final long serialVersionUID = 1;

    @Inject
    private transient PageAddress address;

    @Inject
    private transient CurrentUser currentUser;

    @Inject
    private transient FileIntake intake;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        address.requireEdit();
        String name = request.getParameter("name") == null ? "" : request.getParameter("name");
        long size = request.getContentLengthLong();
        if (size < 0) {
            answer(response, HttpServletResponse.SC_LENGTH_REQUIRED, "error", Messages.text("form.length"));
        } else if (size > Content.MAX_SIZE) {
            String text = Messages.text("file.large", name, Content.MAX_SIZE >> 20);
            answer(response, HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE, "error", text);
        } else {
            add(request, response, name);
        }
    }

    private void add(HttpServletRequest request, HttpServletResponse response, String name) throws IOException {
        try {
            answer(response, HttpServletResponse.SC_OK, "markdown", FileMarkdown.of(store(request, name)));
        } catch (Refusal e) {
            answer(response, HttpServletResponse.SC_BAD_REQUEST, "error", Messages.text(e));
        }
    }

    /** A file arrives as slowly as its sender likes, so it waits on the disk and not in memory. */
    private AttachmentHead store(HttpServletRequest request, String name) throws IOException {
        Path file = Files.createTempFile("upload", "");
        try {
            // Not Files.copy, which would put a file in its place that other accounts of the machine may read.
            try (OutputStream to = Files.newOutputStream(file)) {
                request.getInputStream().transferTo(to);
            }
            try (InputStream bytes = Files.newInputStream(file)) {
                return intake.add(
                        currentUser.viewer(), address.getSpace(), address.getPage(), name, Files.size(file), bytes);
            }
        } finally {
            Files.delete(file);
        }
    }

    private static void answer(HttpServletResponse response, int status, String name, String text) throws IOException {
        response.setStatus(status);
        response.setHeader("Cache-Control", "no-store");
        response.setContentType("application/json;charset=UTF-8");
        response.getWriter()
                .write(Json.createObjectBuilder().add(name, text).build().toString());
    }
}
