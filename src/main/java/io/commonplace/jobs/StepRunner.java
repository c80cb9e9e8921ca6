package io.commonplace.jobs;

import io.commonplace.cluster.Members;
import io.commonplace.database.ReadOnlyMode;
import io.commonplace.platform.Errand;
import io.commonplace.platform.NotNow;
import io.commonplace.platform.OutcomeUnknown;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Does one step: claims it, lets its kind work, and lets go of it when that fails. */
@ApplicationScoped
class StepRunner {
    private static final Logger LOG = Logger.getLogger(StepRunner.class.getName());

    /** The steps that threads of this clone are at. */
    private final Set<Long> running = ConcurrentHashMap.newKeySet();

    @Inject
    private StepClaim claims;

    @Inject
    private StepEnd end;

    @Inject
    private StepRelease release;

    @Inject
    private JobKinds kinds;

    @Inject
    private JobFeed feed;

    @Inject
    private Members members;

    @Inject
    private ReadOnlyMode mode;

    /**
     * Does nothing if the step is taken or done already: messages may come twice. While nothing can be saved, the step is
     * left as it is; the sweep sends its message again afterwards.
     */
    void run(long stepId) {
        if (!mode.isOn() && running.add(stepId)) {
            try {
                claimAndRun(stepId);
            } finally {
                running.remove(stepId);
            }
        }
    }

    /** Whether a thread of this clone is at the step. */
    boolean isAt(long stepId) {
        return running.contains(stepId);
    }

    boolean isIdle() {
        return running.isEmpty();
    }

    private void claimAndRun(long stepId) {
        StepClaim.Claimed claimed = claim(stepId);
        if (claimed == null) {
            return;
        }
        feed.changed(claimed.job().id());
        try (Errand ignored = Errand.begin(describe(claimed))) {
            StepRun run = new StepRun(claimed.job(), claimed.step(), end);
            run.stopIfCancelled();
            kinds.named(claimed.job().kind()).run(run);
        } catch (StepCancelled e) {
            end.cancelled(claimed.step());
        } catch (StepLost e) {
            LOG.log(Level.INFO, e.getMessage());
        } catch (RuntimeException e) {
            if (isInterruption(e)) {
                LOG.log(Level.INFO, "Step {0} waits until something can be saved: {1}", new Object[] {
                    claimed.step().id(), e.toString()
                });
                release.interrupted(claimed.step());
                return;
            }
            String incident = UUID.randomUUID().toString().substring(0, 8);
            release.failed(claimed.step(), incident);
            throw new StepFailed(claimed.step(), incident, e);
        } finally {
            feed.changed(claimed.job().id());
        }
    }

    private static String describe(StepClaim.Claimed claimed) {
        return "step " + claimed.step().id() + " (" + claimed.step().name() + ") of job "
                + claimed.job().id() + " (" + claimed.job().kind() + ")";
    }

    /** What can't be claimed because the primary is gone is nobody's failure; the sweep sends its message again. */
    private StepClaim.@Nullable Claimed claim(long stepId) {
        try {
            return claims.claim(stepId, members.self());
        } catch (RuntimeException e) {
            if (isInterruption(e)) {
                return null;
            }
            throw e;
        }
    }

    /** Whether it failed because nothing can be saved at the moment, whatever the step is. */
    private boolean isInterruption(RuntimeException failure) {
        RuntimeException explained = mode.explained(failure);
        return explained instanceof NotNow || explained instanceof OutcomeUnknown;
    }

    /** Goes up to the container, which logs it and lets the broker deliver the message again. */
    static final class StepFailed extends RuntimeException {
        private static final long serialVersionUID = 1;

        StepFailed(JobStep step, String incident, Throwable cause) {
            super(
                    "Incident " + incident + ": step " + step.id() + " (" + step.name() + ") of job " + step.jobId(),
                    cause);
        }
    }
}
