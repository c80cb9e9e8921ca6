package io.commonplace.jobs;

import io.commonplace.cluster.Members;
import io.commonplace.database.ReadOnlyMode;
import io.commonplace.platform.BestEffort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Takes up one step: claims it for this clone, and has it done. */
@ApplicationScoped
class StepRunner {
    /** The steps that threads of this clone are at. */
    private final Set<Long> running = ConcurrentHashMap.newKeySet();

    @Inject
    private StepClaim claims;

    @Inject
    private StepAttempt attempt;

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
        tell(claimed.job().id());
        try {
            attempt.make(claimed);
        } finally {
            tell(claimed.job().id());
        }
    }

    /** Those who watch: a grid that can't tell them is no reason to leave the step, or to do it twice. */
    private void tell(long job) {
        BestEffort.run("notifying the subscribers of job " + job, () -> feed.changed(job));
    }

    /** What can't be claimed because the primary is gone is nobody's failure; the sweep sends its message again. */
    private StepClaim.@Nullable Claimed claim(long stepId) {
        try {
            return claims.claim(stepId, members.self());
        } catch (RuntimeException e) {
            if (attempt.isInterruption(e)) {
                return null;
            }
            throw e;
        }
    }
}
