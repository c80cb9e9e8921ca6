package io.commonplace.jobs;

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
 * Receives the messages of both queues: a {@link StepMessage}, and in its properties the id and the trace of the request
 * that caused the work. Its content is not trusted: the work itself is in the database.
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
        StepMessage told = read(message);
        strayTransactions.rollBack();
        session.bind(told.position(), wrote -> {}, saw -> {});
        try (LogContext logContext = LogContext.ofRequest(property(message, REQUEST), "a message");
                Traced traced = Traces.from(property(message, TRACE))) {
            runner.run(told.stepId());
        } finally {
            session.unbind();
            strayTransactions.rollBack();
        }
    }

    private static @Nullable String property(Message message, String name) {
        try {
            return message.getStringProperty(name);
        } catch (JMSException e) {
            throw notAStep(e);
        }
    }

    private static StepMessage read(Message message) {
        try {
            return StepMessage.parse(Objects.requireNonNullElse(message.getBody(String.class), ""));
        } catch (JMSException | NumberFormatException e) {
            throw notAStep(e);
        }
    }

    private static IllegalArgumentException notAStep(Exception e) {
        LOG.log(Level.WARNING, "A message on a job queue is not the id of a step: {0}", e.getMessage());
        return new IllegalArgumentException("Not the id of a step", e);
    }
}
