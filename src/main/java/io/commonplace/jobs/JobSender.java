package io.commonplace.jobs;

import io.commonplace.platform.Committed;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSProducer;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Queue;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Wakes workers, one message a step, after the steps' transaction. The thread that asked for the work doesn't wait for
 * the broker; and a broker that is down loses nothing, because the sweep sends again.
 */
@ApplicationScoped
class JobSender {
    private static final Logger LOG = Logger.getLogger(JobSender.class.getName());

    /** Of the transaction of this thread. */
    private static final ThreadLocal<List<StepsAdded>> ADDED = ThreadLocal.withInitial(ArrayList::new);

    @Resource(lookup = "jms/connectionFactory")
    private ConnectionFactory broker;

    /**
     * Not the container's executor: that one hands the request's own context to the thread, and when the thread is
     * done first, it closes the entity manager with which the request is still working.
     */
    private final ExecutorService executor = Executors.newFixedThreadPool(2, JobSender::daemon);

    @PreDestroy
    void stop() {
        executor.shutdown();
    }

    void remember(@Observes StepsAdded added) {
        ADDED.get().add(added);
    }

    /** What was committed without being told where is left to the sweep. */
    void wake(@Observes Committed committed) {
        List<StepsAdded> all = List.copyOf(ADDED.get());
        ADDED.remove();
        String position = committed.position();
        if (position != null) {
            all.forEach(added -> executor.execute(() -> send(added.lane(), added.stepIds(), position)));
        }
    }

    /** @param position of the transaction that wrote the steps, or later: what workers read must contain it */
    void send(JobKind.Lane lane, List<Long> stepIds, @Nullable String position) {
        try (JMSContext context = broker.createContext(JMSContext.AUTO_ACKNOWLEDGE)) {
            Queue queue = context.createQueue(lane.queue());
            JMSProducer producer = context.createProducer();
            stepIds.forEach(id -> producer.send(queue, StepMessages.text(id, position)));
        } catch (JMSRuntimeException e) {
            LOG.log(
                    Level.WARNING,
                    "The broker can't be reached; the sweep will send {0} messages again: {1}",
                    new Object[] {stepIds.size(), e.getMessage()});
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "job-sender");
        thread.setDaemon(true);
        return thread;
    }
}
