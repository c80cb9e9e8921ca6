package io.commonplace.operations.web;

import io.commonplace.database.ReadOnlyMode;
import io.commonplace.platform.Messages;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.Optional;

/** Answers {@code /mode}, which open pages poll: whether the site is read-only, with the text to show. */
@WebServlet("/mode")
public class ModeServlet extends HttpServlet {
    @Serial
    private static final long serialVersionUID = 1;

    @Inject
    private transient ReadOnlyMode mode;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<String> text = mode.text();
        response.setContentType("application/json");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.getWriter()
                .write(Json.createObjectBuilder()
                                .add("readOnly", text.isPresent())
                                .add("text", text.orElseGet(() -> Messages.text("readOnly.over")))
                                .build()
                        + "\n");
    }
}
