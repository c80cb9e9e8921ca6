package io.commonplace.jobs.web;

import io.commonplace.jobs.JobQueries;
import io.commonplace.jobs.JobStatus;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.time.Clock;

/**
 * {@code /jobs/<id>}: finds the job and hands it to the view. Under {@code /jobs/<id>/status} it says in JSON how far the job
 * is, which pages ask when nothing is pushed to them. {@code /jobs/<id>/report.csv} has all of the job's notes.
 */
@WebServlet("/jobs/*")
public class JobServlet extends HttpServlet {
    static final String JOB = JobStatus.class.getName();

    @Serial
    private static final long serialVersionUID = 1;

    private static final String STATUS = "/status";
    private static final String REPORT = "/report.csv";

    @Inject
    private transient VisibleJobs jobs;

    @Inject
    private transient JobQueries reports;

    @Inject
    private transient Clock clock;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        String path = path(request);
        if (path.endsWith(STATUS)) {
            writeStatus(response, jobs.get(path.substring(0, path.length() - STATUS.length())));
        } else if (path.endsWith(REPORT)) {
            writeReport(response, jobs.get(path.substring(0, path.length() - REPORT.length())));
        } else {
            show(request, response, jobs.get(path));
        }
    }

    /** A form of the view. */
    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        show(request, response, jobs.get(path(request)));
    }

    private static String path(HttpServletRequest request) {
        return request.getPathInfo() == null ? "" : request.getPathInfo().substring(1);
    }

    private static void show(HttpServletRequest request, HttpServletResponse response, JobStatus job)
            throws ServletException, IOException {
        request.setAttribute(JOB, job);
        request.getRequestDispatcher("/WEB-INF/views/job.xhtml").forward(request, response);
    }

    private void writeStatus(HttpServletResponse response, JobStatus job) throws IOException {
        response.setContentType("application/json");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.getWriter().write(JobJson.of(job, clock.instant()));
    }

    private void writeReport(HttpServletResponse response, JobStatus job) throws IOException {
        response.setContentType("text/csv");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Content-Disposition", "attachment; filename=\"report-" + job.id() + ".csv\"");
        JobReport.write(reports.allNotes(job.id()), response.getWriter());
    }
}
