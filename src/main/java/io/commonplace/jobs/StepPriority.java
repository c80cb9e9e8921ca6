package io.commonplace.jobs;

/**
 * The JMS priorities of the messages for steps. Of the steps that a job adds at once, the first ones come before the further
 * ones of all jobs, so that a small job doesn't wait for a big one, and big jobs take turns.
 */
final class StepPriority {
    /** For steps that are overdue: nothing is known of their job's size. */
    static final int LOWEST = 2;

    private static final int HIGHEST = 8;
    private static final int FIRST = 8;

    private StepPriority() {}

    /**
     * A priority from {@link #LOWEST} to 8: the first 8 steps have the highest, and each lower one is for four times as many.
     *
     * @param rank the number of steps that were added before this one, from 0
     */
    static int of(int rank) {
        int priority = HIGHEST;
        for (long end = FIRST; rank >= end && priority > LOWEST; end *= 4) {
            priority--;
        }
        return priority;
    }
}
