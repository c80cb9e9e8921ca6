package io.commonplace.people.web;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;

/**
 * Answers {@code /session}, which an editor requests before it saves, with the person who is signed in and the token for
 * their forms. Without a session, {@link RequireSignIn} answers instead.
 */
@WebServlet("/session")
public class SessionServlet extends HttpServlet {
    @Serial
    private static final long serialVersionUID = 1;

    @Inject
    private transient CurrentUser currentUser;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("application/json");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.getWriter()
                .write(Json.createObjectBuilder()
                                .add("name", currentUser.getName())
                                .add("displayName", currentUser.getDisplayName())
                                .add("csrf", currentUser.csrf())
                                .build()
                        + "\n");
    }
}
