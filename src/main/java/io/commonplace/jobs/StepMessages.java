package io.commonplace.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Reads a message from a queue: nothing in it is trusted but that it may be the number of a step. */
@ApplicationScoped
class StepMessages {
    private static final Logger LOG = Logger.getLogger(StepMessages.class.getName());

    @Inject
    private StepRunner runner;

    /** @throws RuntimeException so that the broker delivers it again, and at last to the dead letters */
    void receive(Message message) {
        runner.run(stepId(message));
    }

    private static long stepId(Message message) {
        try {
            return Long.parseLong(message.getBody(String.class));
        } catch (JMSException | NumberFormatException e) {
            LOG.log(Level.WARNING, "A message on a job queue is no step number: {0}", e.getMessage());
            throw new IllegalArgumentException("Not the number of a step", e);
        }
    }
}
