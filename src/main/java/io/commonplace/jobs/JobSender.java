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
import java.util.function.IntUnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Sends one message for each step after the steps' transaction, to wake workers. The request's thread doesn't wait for the
 * broker. If the broker is down, nothing is lost, because the sweep sends the messages again.
 */
@ApplicationScoped
class JobSender {
    private static final Logger LOG = Logger.getLogger(JobSender.class.getName());

    private static final Duration TIMEOUT = Duration.ofSeconds(15);

    @Resource(lookup = "jms/connectionFactory")
    private ConnectionFactory broker;

    /**
     * Not the container's executor: it shares the request's context with the thread, and a thread that ends first closes the
     * entity manager that the request still uses. If the queue is full, messages are dropped and the sweep sends them.
     */
    private final ExecutorService executor = new ThreadPoolExecutor(
            2, 2, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(1000), JobSender::daemon, new DiscardPolicy());

    private final ScheduledExecutorService timeouts = Executors.newSingleThreadScheduledExecutor(JobSender::daemon);

    @PreDestroy
    void stop() {
        executor.shutdown();
        timeouts.shutdownNow();
    }

    void remember(@Observes StepsAdded added) {
        UnitOfWork.carry(Waiting.class, Waiting::new).added.add(added);
    }

    /**
     * Sends messages in the background, best effort.
     *
     * @param position the replication position that workers must read from: that of the steps' transaction, or a later one
     */
    void send(JobKind.Lane lane, List<Long> stepIds, @Nullable String position, Origin origin) {
        send(lane, stepIds, StepPriority::of, position, origin);
    }

    /** Sends messages again as {@link #send} does, after all others. */
    void sendAgain(JobKind.Lane lane, List<Long> stepIds, @Nullable String position) {
        send(lane, stepIds, rank -> StepPriority.LOWEST, position, Origin.UNKNOWN);
    }

    private void send(
            JobKind.Lane lane,
            List<Long> stepIds,
            IntUnaryOperator priority,
            @Nullable String position,
            Origin origin) {
        try {
            Future<?> sending = executor.submit(() -> sendNow(lane, stepIds, priority, position, origin));
            // If the broker dies, its client may block for ever.
            var unused = timeouts.schedule(() -> sending.cancel(true), TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.log(
                    Level.INFO,
                    "This clone is stopping; the sweep of another clone will send {0} messages",
                    stepIds.size());
        }
    }

    private void sendNow(
            JobKind.Lane lane,
            List<Long> stepIds,
            IntUnaryOperator priority,
            @Nullable String position,
            Origin origin) {
        try (JMSContext context = broker.createContext(JMSContext.AUTO_ACKNOWLEDGE)) {
            Queue queue = context.createQueue(lane.queue());
            JMSProducer producer = context.createProducer()
                    .setProperty(StepMessages.REQUEST, origin.request())
                    .setProperty(StepMessages.TRACE, origin.trace());
            for (int rank = 0; rank < stepIds.size(); rank++) {
                producer.setPriority(priority.applyAsInt(rank))
                        .send(queue, new StepMessage(stepIds.get(rank), position).toString());
            }
        } catch (RuntimeException e) {
            // Any exception is logged here, because nobody reads the future's result.
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

    /** The steps of one transaction. If its outcome is unknown, the sweep sends the messages. */
    private final class Waiting implements UnitOfWork.Part {
        private final List<StepsAdded> added = new ArrayList<>();

        @Override
        public void committed(String position) {
            Origin origin = Origin.ofThisThread();
            added.forEach(steps -> send(steps.lane(), steps.stepIds(), position, origin));
        }
    }
}
