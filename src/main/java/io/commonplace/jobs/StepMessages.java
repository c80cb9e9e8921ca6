package io.commonplace.jobs;

import io.commonplace.database.Positions;
import io.commonplace.database.SessionPosition;
import io.commonplace.database.StrayTransactions;
import io.commonplace.platform.log.LogContext;
import io.commonplace.platform.trace.Traced;
import io.commonplace.platform.trace.Traces;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes messages. A message has the id of a step and the replication position that its worker must read from, and
 * in its properties the id and the trace of the request that caused the work. Its content is not trusted: the work itself is
 * in the database.
 */
@ApplicationScoped
class StepMessages {
    private static final Logger LOG = Logger.getLogger(StepMessages.class.getName());

    /** The property with the request's id. */
    static final String REQUEST = "request";

    /** The property with the request's trace. */
    static final String TRACE = "traceparent";

    @Inject
    private StepRunner runner;

    @Inject
    private SessionPosition session;

    @Inject
    private StrayTransactions strayTransactions;

    /** @throws RuntimeException so that the broker delivers it again and, after several attempts, to the dead letters */
    void receive(Message message) {
        String[] parts = parts(message);
        String position = parts.length > 1 && Positions.isAny(parts[1]) ? parts[1] : null;
        strayTransactions.rollBack();
        session.bind(position, wrote -> {}, saw -> {});
        try (LogContext logContext = LogContext.ofRequest(property(message, REQUEST), "a message");
                Traced traced = Traces.from(property(message, TRACE))) {
            runner.run(stepId(parts[0]));
        } finally {
            session.unbind();
            strayTransactions.rollBack();
        }
    }

    static String text(long stepId, @Nullable String position) {
        return position == null ? Long.toString(stepId) : stepId + " " + position;
    }

    private static @Nullable String property(Message message, String name) {
        try {
            return message.getStringProperty(name);
        } catch (JMSException e) {
            throw notAStep(e);
        }
    }

    private static String[] parts(Message message) {
        try {
            return Objects.requireNonNullElse(message.getBody(String.class), "").split(" ", 2);
        } catch (JMSException e) {
            throw notAStep(e);
        }
    }

    private static long stepId(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw notAStep(e);
        }
    }

    private static IllegalArgumentException notAStep(Exception e) {
        LOG.log(Level.WARNING, "A message on a job queue is not the id of a step: {0}", e.getMessage());
        return new IllegalArgumentException("Not the id of a step", e);
    }
}
