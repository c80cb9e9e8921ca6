package io.commonplace.jobs.web;

import io.commonplace.jobs.JobQueries;
import io.commonplace.jobs.JobStatus;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.time.Clock;

/**
 * Responds to {@code GET /api/jobs/<id>} with the job's progress and notes: up to 200, from the number in the parameter
 * {@code first}. The whole report is at {@code /jobs/<id>/report.csv}.
 */
@WebServlet("/api/jobs/*")
public class JobApi extends HttpServlet {
    @Serial
    private static final long serialVersionUID = 1;

    private static final int MAX_NOTES = 200;

    @Inject
    private transient VisibleJobs jobs;

    @Inject
    private transient JobQueries reports;

    @Inject
    private transient Clock clock;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getPathInfo();
        JobStatus job = jobs.get(path == null ? "" : path.substring(1));
        String json = JobJson.of(
                job, reports.notes(job.id(), first(request), MAX_NOTES), reports.noteCounts(job.id()), clock.instant());
        response.setContentType("application/json");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.getWriter().write(json + "\n");
    }

    private static int first(HttpServletRequest request) {
        String first = request.getParameter("first");
        return first != null && first.matches("\\d{1,8}") ? Integer.parseInt(first) : 0;
    }
}
