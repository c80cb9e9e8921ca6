package io.commonplace.jobs;

import io.commonplace.cluster.Members;
import io.commonplace.database.ReadOnlyMode;
import io.commonplace.platform.BestEffort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Claims one step for this clone, and runs it. */
@ApplicationScoped
class StepRunner {
    /** The steps that threads of this clone run now. */
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
     * Runs the step, unless it is claimed or done already, because messages may come twice. While nothing can be saved, it
     * does nothing; the sweep sends the message again afterwards.
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

    /** Whether a thread of this clone runs the step now. */
    boolean isRunning(long stepId) {
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
        notifySubscribers(claimed.job().id());
        try {
            attempt.make(claimed);
        } finally {
            notifySubscribers(claimed.job().id());
        }
    }

    /** Best effort: a failure of the grid must not stop the step or run it twice. */
    private void notifySubscribers(long job) {
        BestEffort.run("notifying the subscribers of job " + job, () -> feed.changed(job));
    }

    /** Null if it can't be claimed. Without a primary that is no failure: the sweep sends the message again. */
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
