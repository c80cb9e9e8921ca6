package io.commonplace.jobs.web;

import io.commonplace.jobs.JobStatus;
import jakarta.websocket.CloseReason;
import jakarta.websocket.SendResult;
import jakarta.websocket.Session;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The connection of one browser that watches a job. */
final class JobSubscription {
    private static final Logger LOG = Logger.getLogger(JobSubscription.class.getName());

    /** After this time the browser must connect again, so that sign-in and rights are checked from the start. */
    private static final Duration MAX_AGE = Duration.ofMinutes(10);

    static final CloseReason FORBIDDEN = new CloseReason(
            CloseReason.CloseCodes.VIOLATED_POLICY, "This job doesn’t exist, or you don’t have access to it");

    private final Session session;
    private final JobSubscriber jobSubscriber;
    private final JobStatus job;
    private final Instant since;
    private final AtomicBoolean sending = new AtomicBoolean();

    /** @param job its status at the beginning; the person who started it never changes */
    JobSubscription(Session session, JobSubscriber jobSubscriber, JobStatus job, Instant since) {
        this.session = session;
        this.jobSubscriber = jobSubscriber;
        this.job = job;
        this.since = since;
    }

    boolean isOf(Session other) {
        return session.getId().equals(other.getId());
    }

    /** Sends a message, unless the previous one is still being sent: each message has the complete status. */
    void send(String json) {
        if (session.isOpen() && isAllowed() && sending.compareAndSet(false, true)) {
            try {
                session.getAsyncRemote().sendText(json, this::sent);
            } catch (RuntimeException e) {
                sent(new SendResult(e));
            }
        }
    }

    /** Whether the person may still see the job. If they have signed out, on any clone, or lost the right, it closes the connection. */
    private boolean isAllowed() {
        try {
            if (jobSubscriber.maySee(job)) {
                return true;
            }
            session.close(FORBIDDEN);
        } catch (IOException | RuntimeException e) {
            // The right can't be checked now, or the connection is gone. Nothing is sent; the next call checks again.
            LOG.log(Level.FINE, "The rights of a subscriber could not be checked: {0}", e.getMessage());
        }
        return false;
    }

    private void sent(SendResult result) {
        sending.set(false);
        if (!result.isOK()) {
            LOG.log(Level.FINE, "A message to a browser was lost", result.getException());
        }
    }

    /** Keeps the connection alive by a ping, or closes it if it is too old or the person may not see the job any more. */
    void keepAlive(Instant now) {
        try {
            if (now.isAfter(since.plus(MAX_AGE))) {
                session.close(new CloseReason(CloseReason.CloseCodes.SERVICE_RESTART, "Connect again"));
            } else if (session.isOpen() && isAllowed()) {
                session.getAsyncRemote().sendPing(ByteBuffer.allocate(0));
            }
        } catch (IOException | IllegalStateException e) {
            LOG.log(Level.FINE, "A connection is gone: {0}", e.getMessage());
        }
    }
}
