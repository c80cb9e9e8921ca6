package io.commonplace.jobs.web;

import io.commonplace.jobs.JobQueries;
import io.commonplace.jobs.JobStatus;
import jakarta.inject.Inject;
import jakarta.websocket.CloseReason;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.PathParam;
import jakarta.websocket.server.ServerEndpoint;
import java.io.IOException;
import java.util.Optional;

/**
 * Pushes a job's progress to the browsers of people who may see it. It checks the right itself, because a request might
 * bypass the filters: without {@link LiveJobsFilter} it knows no person and refuses.
 */
@ServerEndpoint("/live/jobs/{id}")
public class JobSocket {
    @Inject
    private LiveJobs live;

    @Inject
    private JobQueries reports;

    @OnOpen
    public void open(Session session, @PathParam("id") long id) throws IOException {
        session.setMaxIdleTimeout(LiveJobs.IDLE_TIMEOUT.toMillis());
        session.setMaxTextMessageBufferSize(1024);
        session.setMaxBinaryMessageBufferSize(1024);
        session.getAsyncRemote().setSendTimeout(LiveJobs.IDLE_TIMEOUT.toMillis());
        if (!(session.getUserPrincipal() instanceof JobSubscriber jobSubscriber)) {
            session.close(JobSubscription.FORBIDDEN);
            return;
        }
        Optional<JobStatus> job = reports.status(id).filter(jobSubscriber::maySee);
        if (job.isEmpty()) {
            session.close(JobSubscription.FORBIDDEN);
        } else if (!live.join(job.get(), session, jobSubscriber)) {
            session.close(new CloseReason(CloseReason.CloseCodes.TRY_AGAIN_LATER, "Too many watch"));
        }
    }

    /** Browsers send no messages here. */
    @OnMessage
    public void receive(Session session, String message) throws IOException {
        session.close(new CloseReason(CloseReason.CloseCodes.VIOLATED_POLICY, "Nothing is expected"));
    }

    @OnClose
    public void close(Session session, @PathParam("id") long id) {
        live.leave(id, session);
    }

    /** The connection broke; {@link #close} follows. */
    @OnError
    public void broken(Session session, @PathParam("id") long id, Throwable failure) {
        live.leave(id, session);
    }
}
