package io.commonplace.jobs.web;

import io.commonplace.platform.web.RequestPath;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.security.Principal;

/**
 * Tells a job's WebSocket who shakes hands with it, and answers in words where {@link JobSocket} would only hang up.
 * Signing in and the origin are looked at before.
 */
public class LiveJobsFilter extends HttpFilter {
    @Serial
    private static final long serialVersionUID = 1;

    private static final String PREFIX = "/live/jobs/";

    @Inject
    private transient VisibleJobs jobs;

    @Inject
    private transient JobAccess jobAccess;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        jobs.get(RequestPath.of(request).substring(PREFIX.length()));
        chain.doFilter(new Watched(request, jobAccess.spectator()), response);
    }

    /** The handshake's principal is all of a request that a WebSocket keeps for itself. */
    private static final class Watched extends HttpServletRequestWrapper {
        private final JobSubscriber jobSubscriber;

        private Watched(HttpServletRequest request, JobSubscriber jobSubscriber) {
            super(request);
            this.jobSubscriber = jobSubscriber;
        }

        @Override
        public Principal getUserPrincipal() {
            return jobSubscriber;
        }
    }
}
