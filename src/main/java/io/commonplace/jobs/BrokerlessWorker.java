package io.commonplace.jobs;

import io.commonplace.database.SessionPosition;
import io.commonplace.database.StrayTransactions;
import io.commonplace.platform.BestEffort;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Runs overdue steps without a message, in case the broker is down or its consumers hang. It uses one thread, so it is slower
 * than the message-driven workers.
 */
@ApplicationScoped
class BrokerlessWorker {
    private static final Logger LOG = Logger.getLogger(BrokerlessWorker.class.getName());

    @Resource
    private ManagedExecutorService executor;

    @Inject
    private StepRunner runner;

    @Inject
    private SessionPosition session;

    @Inject
    private StrayTransactions strayTransactions;

    private final AtomicBoolean busy = new AtomicBoolean();

    /** Starts to run the steps if this clone is idle; returns at once. */
    void offer(List<Long> stepIds, @Nullable String position) {
        if (runner.isIdle() && busy.compareAndSet(false, true)) {
            LOG.log(Level.INFO, "No message has come for {0} steps; running them without one", stepIds.size());
            try {
                executor.execute(() -> work(stepIds, position));
            } catch (RejectedExecutionException e) {
                busy.set(false);
            }
        }
    }

    /** Each step runs on its own: its failure, or a transaction that it leaves open, must not affect the others. */
    private void work(List<Long> stepIds, @Nullable String position) {
        try {
            stepIds.forEach(step -> BestEffort.run("step " + step + ", without a message", () -> work(step, position)));
        } finally {
            busy.set(false);
        }
    }

    private void work(long step, @Nullable String position) {
        strayTransactions.rollBack();
        session.bind(position, wrote -> {}, saw -> {});
        try {
            runner.run(step);
        } finally {
            session.unbind();
            strayTransactions.rollBack();
        }
    }
}
