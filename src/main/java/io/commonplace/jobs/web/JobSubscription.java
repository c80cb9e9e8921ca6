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

/** One browser that watches a job. */
final class JobSubscription {
    private static final Logger LOG = Logger.getLogger(JobSubscription.class.getName());

    /** Then it has to connect again, which asks again whether the person is still signed in and may see the job. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    static final CloseReason NOT_ALLOWED =
            new CloseReason(CloseReason.CloseCodes.VIOLATED_POLICY, "There is no such job, or you may not see it");

    private final Session session;
    private final JobSubscriber jobSubscriber;
    private final JobStatus job;
    private final Instant since;
    private final AtomicBoolean sending = new AtomicBoolean();

    /** @param job as it was; who asked for it never changes */
    JobSubscription(Session session, JobSubscriber jobSubscriber, JobStatus job, Instant since) {
        this.session = session;
        this.jobSubscriber = jobSubscriber;
        this.job = job;
        this.since = since;
    }

    boolean isOf(Session other) {
        return session.getId().equals(other.getId());
    }

    /** Leaves the message out if the one before is still on its way: each has all there is to say. */
    void send(String json) {
        if (session.isOpen() && stillMay() && sending.compareAndSet(false, true)) {
            try {
                session.getAsyncRemote().sendText(json, this::sent);
            } catch (RuntimeException e) {
                sent(new SendResult(e));
            }
        }
    }

    /** Ends the connection of somebody who has signed out, on whatever clone, or has lost the right. */
    private boolean stillMay() {
        try {
            if (jobSubscriber.maySee(job)) {
                return true;
            }
            session.close(NOT_ALLOWED);
        } catch (IOException | RuntimeException e) {
            // Not known for the moment, or gone: nothing is sent, and it is asked again.
            LOG.log(Level.FINE, "A subscriber was not served: {0}", e.getMessage());
        }
        return false;
    }

    private void sent(SendResult result) {
        sending.set(false);
        if (!result.isOK()) {
            LOG.log(Level.FINE, "A message to a browser was lost", result.getException());
        }
    }

    /** Keeps the connection alive, or ends it when it is old or nobody's any more. */
    void care(Instant now) {
        try {
            if (now.isAfter(since.plus(LONGEST))) {
                session.close(new CloseReason(CloseReason.CloseCodes.SERVICE_RESTART, "Connect again"));
            } else if (session.isOpen() && stillMay()) {
                session.getAsyncRemote().sendPing(ByteBuffer.allocate(0));
            }
        } catch (IOException | IllegalStateException e) {
            LOG.log(Level.FINE, "A connection has gone: {0}", e.getMessage());
        }
    }
}
