package io.commonplace.jobs;

import io.commonplace.database.ReadOnlyMode;
import io.commonplace.platform.OutcomeUnknown;
import io.commonplace.platform.Unavailable;
import io.commonplace.platform.log.LogContext;
import io.commonplace.platform.trace.Traced;
import io.commonplace.platform.trace.Traces;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Runs a step that this worker has claimed, and releases it if that fails. */
@ApplicationScoped
class StepAttempt {
    private static final Logger LOG = Logger.getLogger(StepAttempt.class.getName());

    @Inject
    private StepTransactions transactions;

    @Inject
    private StepRelease release;

    @Inject
    private JobKinds kinds;

    @Inject
    private ReadOnlyMode mode;

    @Inject
    private WorkerMetrics metrics;

    /** @throws StepFailed so that the broker delivers the message again */
    void make(StepClaim.Claimed claimed) {
        long begun = System.nanoTime();
        StepOutcome outcome = StepOutcome.FAILED;
        try (LogContext logContext =
                        LogContext.ofStep(claimed.job().id(), claimed.step().id(), describe(claimed));
                Traced traced = Traces.step(claimed.job().kind(), claimed.step().name())) {
            traced.with("commonplace.job", claimed.job().id());
            traced.with("commonplace.request", LogContext.request());
            outcome = work(claimed);
            traced.done();
        } finally {
            metrics.stepEnded(claimed.job().kind(), outcome, System.nanoTime() - begun);
        }
    }

    private StepOutcome work(StepClaim.Claimed claimed) {
        try {
            StepRun run = new StepRun(claimed.job(), claimed.step(), transactions);
            run.stopIfCancelled();
            kinds.named(claimed.job().kind()).run(run);
            return run.isRefused() ? StepOutcome.REFUSED : StepOutcome.DONE;
        } catch (StepCancelled e) {
            transactions.cancelled(claimed.step());
            return StepOutcome.CANCELLED;
        } catch (StepLost e) {
            LOG.log(Level.INFO, e.getMessage());
            return StepOutcome.LOST;
        } catch (RuntimeException e) {
            if (isInterruption(e)) {
                LOG.log(Level.INFO, "Step {0} waits until saving is possible again: {1}", new Object[] {
                    claimed.step().id(), e.toString()
                });
                release.interrupted(claimed.step());
                return StepOutcome.INTERRUPTED;
            }
            String incident = UUID.randomUUID().toString().substring(0, 8);
            release.failed(claimed.step(), incident);
            throw new StepFailed(incident, e);
        }
    }

    private static String describe(StepClaim.Claimed claimed) {
        return "step " + claimed.step().id() + " (" + claimed.step().name() + ") of job "
                + claimed.job().id() + " (" + claimed.job().kind() + ")";
    }

    /** Whether it failed only because nothing can be saved now. */
    boolean isInterruption(RuntimeException failure) {
        RuntimeException explained = mode.explained(failure);
        return explained instanceof Unavailable || explained instanceof OutcomeUnknown;
    }

    /**
     * Thrown to the container, which logs it and lets the broker deliver the message again. It contains the log context, which
     * has ended by then.
     */
    static final class StepFailed extends RuntimeException {
        private static final long serialVersionUID = 1;

        StepFailed(String incident, Throwable cause) {
            super("Incident " + incident + " at " + LogContext.describe(), cause);
        }
    }
}
