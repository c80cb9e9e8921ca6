package io.commonplace.jobs.web;

import io.commonplace.platform.web.Routes;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.time.Clock;

/** Responds to {@code /jobs/<id>/status}, which pages poll if they can't open a WebSocket. */
@WebServlet("/jobs/status")
public class JobStatusServlet extends HttpServlet {
    @Serial
    private static final long serialVersionUID = 1;

    @Inject
    private transient VisibleJobs jobs;

    @Inject
    private transient Clock clock;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String id = Routes.rest(request).replaceFirst("/.*", "");
        String json = JobJson.of(jobs.get(id), clock.instant());
        response.setContentType("application/json");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.getWriter().write(json);
    }
}
