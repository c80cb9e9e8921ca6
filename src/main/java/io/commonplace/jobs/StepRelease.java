package io.commonplace.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Releases a step that has not ended, so that no failure leaves its job hanging. */
@ApplicationScoped
class StepRelease {
    /** Steps that this clone has interrupted because nothing could be saved. */
    private final Set<Long> interrupted = ConcurrentHashMap.newKeySet();

    @Inject
    private StepTransactions transactions;

    void failed(JobStep step, String incident) {
        orGiveUp(step, () -> transactions.failed(step, incident));
    }

    /** Remembers the step: nothing can be written now. The sweep finds it when that is possible again. */
    void interrupted(JobStep step) {
        interrupted.add(step.id());
    }

    void abandoned(JobStep step) {
        if (interrupted.contains(step.id())) {
            transactions.undoClaim(step);
            interrupted.remove(step.id());
        } else {
            orGiveUp(step, () -> transactions.release(step));
        }
    }

    /** If the release fails, it is tried again, as many times as the step itself. */
    private void orGiveUp(JobStep step, Runnable release) {
        try {
            release.run();
        } catch (RuntimeException e) {
            if (step.attempts() >= JobStep.MAX_ATTEMPTS) {
                transactions.giveUp(step);
            }
            throw e;
        }
    }
}
