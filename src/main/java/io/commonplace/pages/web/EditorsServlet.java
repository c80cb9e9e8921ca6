package io.commonplace.pages.web;

import io.commonplace.pages.PageHead;
import io.commonplace.pages.Presence;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;

/**
 * {@code POST /editors} announces that the sender edits the page that the parameters name, and answers who else does; {@code
 * POST /editors/leave} announces the end. {@code editors.js} sends both.
 */
@WebServlet({"/editors", "/editors/leave"})
public class EditorsServlet extends HttpServlet {
    @Serial
    private static final long serialVersionUID = 1;

    @Inject
    private transient PageAddress address;

    @Inject
    private transient Presence presence;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        address.requireEdit();
        PageHead page = address.getPage();
        if (request.getServletPath().endsWith("/leave")) {
            presence.closed(address.viewer(), page);
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            return;
        }
        String text = OtherEditors.text(presence.editing(address.viewer(), page));
        response.setContentType("application/json");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.getWriter().write(Json.createObjectBuilder().add("text", text).build() + "\n");
    }
}
