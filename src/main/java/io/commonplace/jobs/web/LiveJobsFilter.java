package io.commonplace.jobs.web;

import io.commonplace.platform.web.RequestPath;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;

/** Lets only those who may see a job shake hands with its WebSocket; signing in and the origin are looked at before. */
public class LiveJobsFilter extends HttpFilter {
    @Serial
    private static final long serialVersionUID = 1;

    private static final String PREFIX = "/live/jobs/";

    @Inject
    private transient VisibleJobs jobs;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        jobs.get(RequestPath.of(request).substring(PREFIX.length()));
        chain.doFilter(request, response);
    }
}
