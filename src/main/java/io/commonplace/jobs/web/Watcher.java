package io.commonplace.jobs.web;

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
final class Watcher {
    private static final Logger LOG = Logger.getLogger(Watcher.class.getName());

    /** Then it has to connect again, which asks again whether the person is still signed in and may see the job. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final Session session;
    private final Instant since;
    private final AtomicBoolean sending = new AtomicBoolean();

    Watcher(Session session, Instant since) {
        this.session = session;
        this.since = since;
    }

    boolean isOf(Session other) {
        return session.getId().equals(other.getId());
    }

    /** Leaves the message out if the one before is still on its way: each has all there is to say. */
    void send(String json) {
        if (session.isOpen() && sending.compareAndSet(false, true)) {
            try {
                session.getAsyncRemote().sendText(json, this::sent);
            } catch (RuntimeException e) {
                sent(new SendResult(e));
            }
        }
    }

    private void sent(SendResult result) {
        sending.set(false);
        if (!result.isOK()) {
            LOG.log(Level.FINE, "A message to a browser was lost", result.getException());
        }
    }

    /** Keeps the connection alive, or ends it when it is old. */
    void care(Instant now) {
        try {
            if (now.isAfter(since.plus(LONGEST))) {
                session.close(new CloseReason(CloseReason.CloseCodes.SERVICE_RESTART, "Connect again"));
            } else if (session.isOpen()) {
                session.getAsyncRemote().sendPing(ByteBuffer.allocate(0));
            }
        } catch (IOException | IllegalStateException e) {
            LOG.log(Level.FINE, "A connection has gone: {0}", e.getMessage());
        }
    }
}
