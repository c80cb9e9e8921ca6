package io.commonplace.jobs.web;

import io.commonplace.jobs.JobHead;
import io.commonplace.jobs.JobState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A job in the list, as it is shown. */
public record JobLine(JobHead job, String stateText, String badge, String barClass) {
    static JobLine of(JobHead job) {
        return new JobLine(job, JobLabels.state(job), JobLabels.badge(job.state()), JobLabels.bar(job.state()));
    }

    /** Where the bar stands; null while the end is not known, which a bar shows in its own way. */
    public @Nullable Integer value() {
        return job.total() > 0 || job.state().isFinal() ? (Integer) job.done() : null;
    }

    /** Bars have an end, even where there was nothing to do. */
    public int max() {
        return Math.max(job.total(), 1);
    }

    /** Why it failed; empty if it didn't. */
    public String reason() {
        return job.state() == JobState.FAILED ? job.result() : "";
    }

    public Instant when() {
        return job.createdAt();
    }
}
