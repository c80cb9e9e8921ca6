package io.commonplace.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Lets go of a step that did not come to its end, so that no failure of whatever kind leaves a job hanging. */
@ApplicationScoped
class StepRelease {
    @Inject
    private StepEnd end;

    void failed(JobStep step, String incident) {
        orGiveUp(step, () -> end.failed(step, incident));
    }

    void abandoned(JobStep step) {
        orGiveUp(step, () -> end.release(step));
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
