package io.commonplace.jobs.web;

import io.commonplace.jobs.JobNote;
import io.commonplace.jobs.JobQueries;
import io.commonplace.jobs.JobStatus;
import io.commonplace.platform.Messages;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The page of one job, which {@link JobServlet} has found: its progress, the work of each clone, and its notes. */
@Named
@RequestScoped
public class JobPage {
    private static final int MAX_NOTES = 200;

    @Inject
    private JobQueries reports;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Clock clock;

    private @Nullable JobStatus job;
    private List<JobNote> notes = List.of();

    /** Loads the job before Faces decodes the form: whether it has a Cancel button depends on the job. */
    @PostConstruct
    void load() {
        JobStatus found = (JobStatus) request.getAttribute(JobServlet.JOB);
        job = found;
        notes = Stream.of(JobNote.Severity.PROBLEM, JobNote.Severity.HINT)
                .flatMap(severity -> reports.notes(found.id(), severity, MAX_NOTES).stream())
                .toList();
    }

    public @Nullable JobStatus getJob() {
        return job;
    }

    public List<JobNote> getNotes() {
        return notes;
    }

    /** Whether there may be more notes than are shown. */
    public boolean isCut() {
        return Stream.of(JobNote.Severity.values())
                .anyMatch(severity -> notes.stream()
                                .filter(note -> note.getSeverity() == severity)
                                .count()
                        == MAX_NOTES);
    }

    public String getStateText() {
        JobStatus shown = shown();
        return JobLabels.state(shown.state(), shown.cancelRequested());
    }

    public String getBadge() {
        return JobLabels.badge(shown().state());
    }

    public String getBarClass() {
        return JobLabels.bar(shown().state());
    }

    public @Nullable Integer getBarValue() {
        return shown().total() > 0 || shown().state().isFinal() ? (Integer) shown().done() : null;
    }

    public int getBarMax() {
        return Math.max(shown().total(), 1);
    }

    public boolean isCancellable() {
        return !shown().state().isFinal() && !shown().cancelRequested();
    }

    public long getItemsPerSecond() {
        return Math.round(shown().itemsPerSecond(clock.instant()));
    }

    /** The number of done steps, the maximum of each clone's bar; at least 1. */
    public long getStepsDone() {
        return Math.max(
                shown().shares().stream().mapToLong(JobStatus.Share::done).sum(), 1);
    }

    /** The job's phase or, at its end, its duration. */
    public String getMessage() {
        JobStatus shown = shown();
        if (shown.endedAt() == null) {
            return JobLabels.message(shown);
        }
        double seconds =
                Duration.between(shown.startedAt() == null ? shown.createdAt() : shown.startedAt(), shown.endedAt())
                                .toMillis()
                        / 1000.0;
        return Messages.text("job.took", seconds);
    }

    private JobStatus shown() {
        JobStatus shown = job;
        if (shown == null) {
            throw new IllegalStateException("The view loads the job first");
        }
        return shown;
    }
}
