package io.commonplace.jobs.web;

import io.commonplace.jobs.JobHead;
import io.commonplace.jobs.JobState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A line of the list of jobs. */
public record JobLine(JobHead job, String stateText, String badge, String barClass) {
    static JobLine of(JobHead job) {
        return new JobLine(job, JobLabels.state(job), JobLabels.badge(job.state()), JobLabels.bar(job.state()));
    }

    /** The progress bar's value; null, for an indeterminate bar, until the number of items is known. */
    public @Nullable Integer value() {
        return job.total() > 0 || job.state().isFinal() ? (Integer) job.done() : null;
    }

    /** The progress bar's maximum; at least 1, even if there was nothing to do. */
    public int max() {
        return Math.max(job.total(), 1);
    }

    /** The reason of a failure; empty if the job has not failed. */
    public String reason() {
        return job.state() == JobState.FAILED ? job.result() : "";
    }

    public Instant when() {
        return job.createdAt();
    }
}
