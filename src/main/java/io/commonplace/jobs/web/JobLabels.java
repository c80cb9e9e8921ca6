package io.commonplace.jobs.web;

import io.commonplace.jobs.JobHead;
import io.commonplace.jobs.JobState;
import io.commonplace.jobs.JobStatus;
import io.commonplace.platform.Messages;
import java.util.Locale;

/** Texts and CSS classes for a job's state. */
final class JobLabels {
    private JobLabels() {}

    static String state(JobState state, boolean cancelRequested) {
        boolean stopping = cancelRequested && !state.isFinal();
        return Messages.text("job.state." + (stopping ? "CANCELLING" : state.name()));
    }

    static String state(JobHead job) {
        return state(job.state(), job.cancelRequested());
    }

    /** The job's phase or, at its end, its result. */
    static String message(JobStatus job) {
        if (job.state().isFinal()) {
            return job.result();
        }
        if (job.cancelRequested()) {
            return Messages.text("job.phase.cancelling");
        }
        if (job.state() == JobState.QUEUED) {
            return Messages.text("job.phase.waiting");
        }
        return job.total() == 0 ? Messages.text("job.phase.preparing") : Messages.text("job.phase.working");
    }

    /** The kind of the state's badge. */
    static String badge(JobState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    /** The CSS classes of the progress bar. */
    static String bar(JobState state) {
        return switch (state) {
            case DONE -> "bar bar-good";
            case FAILED -> "bar bar-bad";
            case QUEUED, RUNNING, CANCELLED -> "bar";
        };
    }
}
