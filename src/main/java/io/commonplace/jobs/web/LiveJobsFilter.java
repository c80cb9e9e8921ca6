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
 * Passes the current person to a job's WebSocket. If the person may not see the job, it responds with an error page, where
 * {@link JobSocket} could only close the connection. Other filters have checked the sign-in and the origin before.
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
        chain.doFilter(new WithSubscriber(request, jobAccess.subscriber()), response);
    }

    /** Sets the principal, which is the only part of the handshake's request that a WebSocket keeps. */
    private static final class WithSubscriber extends HttpServletRequestWrapper {
        private final JobSubscriber jobSubscriber;

        private WithSubscriber(HttpServletRequest request, JobSubscriber jobSubscriber) {
            super(request);
            this.jobSubscriber = jobSubscriber;
        }

        @Override
        public Principal getUserPrincipal() {
            return jobSubscriber;
        }
    }
}
