package io.commonplace.attachments.web;

import io.commonplace.attachments.AddedFile;
import io.commonplace.attachments.Content;
import io.commonplace.attachments.PageFiles;
import io.commonplace.attachments.Upload;
import io.commonplace.pages.web.PageAddress;
import io.commonplace.people.web.CurrentUser;
import io.commonplace.platform.Messages;
import io.commonplace.platform.Refusal;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
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
 * {@code POST /attachments/add?space=S&page=P&name=N} with the file as the body, for {@code upload.js}; with {@code
 * &pasted=true} if it comes from the clipboard. The answer has the Markdown that shows the file, and what was done.
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

    @Inject
    private transient PageFiles files;

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
            AddedFile added = store(request, name);
            answer(
                    response,
                    HttpServletResponse.SC_OK,
                    Json.createObjectBuilder()
                            .add("markdown", FileMarkdown.of(added.file()))
                            .add("outcome", added.outcome().name()));
        } catch (Refusal e) {
            answer(response, HttpServletResponse.SC_BAD_REQUEST, "error", Messages.text(e));
        }
    }

    /** A file arrives as slowly as its sender likes, so it waits on the disk and not in memory. */
    private AddedFile store(HttpServletRequest request, String name) throws IOException {
        Path file = Files.createTempFile("upload", "");
        try {
            // Not Files.copy, which would put a file in its place that other accounts of the machine may read.
            try (OutputStream to = Files.newOutputStream(file)) {
                request.getInputStream().transferTo(to);
            }
            try (InputStream bytes = Files.newInputStream(file)) {
                boolean pasted = Boolean.parseBoolean(request.getParameter("pasted"));
                return intake.take(
                        name,
                        Files.size(file),
                        bytes,
                        all -> files.add(
                                currentUser.viewer(),
                                address.getSpace(),
                                address.getPage(),
                                new Upload(name, all, pasted)));
            }
        } finally {
            Files.delete(file);
        }
    }

    private static void answer(HttpServletResponse response, int status, String name, String text) throws IOException {
        answer(response, status, Json.createObjectBuilder().add(name, text));
    }

    private static void answer(HttpServletResponse response, int status, JsonObjectBuilder answer) throws IOException {
        response.setStatus(status);
        response.setHeader("Cache-Control", "no-store");
        response.setContentType("application/json;charset=UTF-8");
        response.getWriter().write(answer.build().toString());
    }
}
