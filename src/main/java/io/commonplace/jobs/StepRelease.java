package io.commonplace.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Lets go of a step that did not come to its end, so that no failure of whatever kind leaves a job hanging. */
@ApplicationScoped
class StepRelease {
    /** Steps that this clone had to leave when saving became impossible. */
    private final Set<Long> interrupted = ConcurrentHashMap.newKeySet();

    @Inject
    private StepTransactions end;

    void failed(JobStep step, String incident) {
        orGiveUp(step, () -> end.failed(step, incident));
    }

    /** Nothing can be written of it now; the sweep finds the step when that is possible again. */
    void interrupted(JobStep step) {
        interrupted.add(step.id());
    }

    void abandoned(JobStep step) {
        if (interrupted.contains(step.id())) {
            end.giveBack(step);
            interrupted.remove(step.id());
        } else {
            orGiveUp(step, () -> end.release(step));
        }
    }

    /** What can't be settled now is tried again, as often as the step itself. */
    private void orGiveUp(JobStep step, Runnable release) {
        try {
            release.run();
        } catch (RuntimeException e) {
            if (step.attempts() >= JobStep.MAX_ATTEMPTS) {
                end.giveUp(step);
            }
            throw e;
        }
    }
}
