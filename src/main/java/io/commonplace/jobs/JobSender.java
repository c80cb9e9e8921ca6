package io.commonplace.jobs;

import io.commonplace.platform.UnitOfWork;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSProducer;
import jakarta.jms.Queue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor.DiscardPolicy;
import java.util.concurrent.TimeUnit;
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

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    @Resource(lookup = "jms/connectionFactory")
    private ConnectionFactory broker;

    /**
     * Not the container's executor: that one hands the request's own context to the thread, and when the thread is
     * done first, it closes the entity manager with which the request is still working. What finds no room is left to
     * the sweep.
     */
    private final ExecutorService executor = new ThreadPoolExecutor(
            2, 2, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(1000), JobSender::daemon, new DiscardPolicy());

    private final ScheduledExecutorService limit = Executors.newSingleThreadScheduledExecutor(JobSender::daemon);

    @PreDestroy
    void stop() {
        executor.shutdown();
        limit.shutdownNow();
    }

    void remember(@Observes StepsAdded added) {
        UnitOfWork.carry(Waiting.class, Waiting::new).added.add(added);
    }

    /**
     * Returns at once; the messages are sent soon, or not at all.
     *
     * @param position of the transaction that wrote the steps, or later: what workers read must contain it
     */
    void send(JobKind.Lane lane, List<Long> stepIds, @Nullable String position, Origin origin) {
        try {
            Future<?> sending = executor.submit(() -> sendNow(lane, stepIds, position, origin));
            // A client whose broker dies may wait for ever for its leave to send.
            var unused = limit.schedule(() -> sending.cancel(true), PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.log(Level.INFO, "This clone stops; the sweep of another one will send {0} messages", stepIds.size());
        }
    }

    private void sendNow(JobKind.Lane lane, List<Long> stepIds, @Nullable String position, Origin origin) {
        try (JMSContext context = broker.createContext(JMSContext.AUTO_ACKNOWLEDGE)) {
            Queue queue = context.createQueue(lane.queue());
            JMSProducer producer = context.createProducer()
                    .setProperty(StepMessages.REQUEST, origin.request())
                    .setProperty(StepMessages.TRACE, origin.trace());
            stepIds.forEach(id -> producer.send(queue, StepMessages.text(id, position)));
        } catch (RuntimeException e) {
            // Of whatever kind: nobody asks the executor what became of it.
            LOG.log(
                    Level.WARNING,
                    "The broker can''t be reached; the sweep will send {0} messages of request {1} again: {2}",
                    new Object[] {stepIds.size(), origin.request(), e.toString()});
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "job-sender");
        thread.setDaemon(true);
        return thread;
    }

    /** The steps of one transaction. What was committed without being told where is left to the sweep. */
    private final class Waiting implements UnitOfWork.Part {
        private final List<StepsAdded> added = new ArrayList<>();

        @Override
        public void committed(String position) {
            Origin origin = Origin.ofThisThread();
            added.forEach(steps -> send(steps.lane(), steps.stepIds(), position, origin));
        }
    }
}
