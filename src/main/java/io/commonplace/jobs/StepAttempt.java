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

/** Does a step that this worker has claimed, and lets go of it when that fails. */
@ApplicationScoped
class StepAttempt {
    private static final Logger LOG = Logger.getLogger(StepAttempt.class.getName());

    @Inject
    private StepTransactions end;

    @Inject
    private StepRelease release;

    @Inject
    private JobKinds kinds;

    @Inject
    private ReadOnlyMode mode;

    @Inject
    private WorkerMetrics figures;

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
            figures.stepEnded(claimed.job().kind(), outcome, System.nanoTime() - begun);
        }
    }

    private StepOutcome work(StepClaim.Claimed claimed) {
        try {
            StepRun run = new StepRun(claimed.job(), claimed.step(), end);
            run.stopIfCancelled();
            kinds.named(claimed.job().kind()).run(run);
            return run.isRefused() ? StepOutcome.REFUSED : StepOutcome.DONE;
        } catch (StepCancelled e) {
            end.cancelled(claimed.step());
            return StepOutcome.CANCELLED;
        } catch (StepLost e) {
            LOG.log(Level.INFO, e.getMessage());
            return StepOutcome.LOST;
        } catch (RuntimeException e) {
            if (isInterruption(e)) {
                LOG.log(Level.INFO, "Step {0} waits until something can be saved: {1}", new Object[] {
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

    /** Whether it failed because nothing can be saved at the moment, whatever the step is. */
    boolean isInterruption(RuntimeException failure) {
        RuntimeException explained = mode.explained(failure);
        return explained instanceof Unavailable || explained instanceof OutcomeUnknown;
    }

    /** Goes up to the container, which logs it when the log context has ended, and lets the broker deliver the message again. */
    static final class StepFailed extends RuntimeException {
        private static final long serialVersionUID = 1;

        StepFailed(String incident, Throwable cause) {
            super("Incident " + incident + " at " + LogContext.describe(), cause);
        }
    }
}
