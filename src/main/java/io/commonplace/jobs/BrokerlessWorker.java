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
 * Works on steps that no message brings, because the broker is away or its consumers hang: one thread, slower than the
 * workers, and sure.
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

    private final AtomicBoolean working = new AtomicBoolean();

    /** Begins with them if this clone has nothing else to do; returns at once. */
    void offer(List<Long> stepIds, @Nullable String position) {
        if (runner.isIdle() && working.compareAndSet(false, true)) {
            LOG.log(Level.INFO, "No message has come for {0} steps: working on them without", stepIds.size());
            try {
                executor.execute(() -> work(stepIds, position));
            } catch (RejectedExecutionException e) {
                working.set(false);
            }
        }
    }

    /** Each step on its own: what one can't do, or leaves open on this thread, is nothing to the others. */
    private void work(List<Long> stepIds, @Nullable String position) {
        try {
            stepIds.forEach(step -> BestEffort.run("step " + step + ", without a message", () -> work(step, position)));
        } finally {
            working.set(false);
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
