package io.commonplace.people.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;

/** Ends the session. */
@WebServlet("/logout")
public class SignOut extends HttpServlet {
    @Serial
    private static final long serialVersionUID = 1;

    @Inject
    private transient SiteSession sessions;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        sessions.end(request, response);
        response.sendRedirect("/login");
    }
}
