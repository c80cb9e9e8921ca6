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
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The page of one job, which {@link JobServlet} has found: its progress, the work of each clone, and its notes. */
@Named
@RequestScoped
public class JobPage {
    private static final int NOTES = 100;
    private static final int LAST_PAGE = 100_000;

    @Inject
    private JobQueries reports;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Clock clock;

    private @Nullable JobStatus job;
    private List<JobNote> notes = List.of();
    private Map<JobNote.Severity, Long> counts = Map.of();
    private int page = 1;

    /** Loads the job before Faces decodes the form: whether it has a Cancel button depends on the job. */
    @PostConstruct
    void load() {
        JobStatus found = (JobStatus) request.getAttribute(JobServlet.JOB);
        job = found;
        page = page(request.getParameter("page"));
        counts = reports.noteCounts(found.id());
        notes = reports.notes(found.id(), (page - 1) * NOTES, NOTES);
    }

    private static int page(@Nullable String written) {
        boolean isNumber = written != null && written.matches("[1-9]\\d{0,5}");
        return isNumber ? Math.min(Integer.parseInt(written), LAST_PAGE) : 1;
    }

    public @Nullable JobStatus getJob() {
        return job;
    }

    public List<JobNote> getNotes() {
        return notes;
    }

    public int getPage() {
        return page;
    }

    public boolean isMore() {
        return (long) page * NOTES < total();
    }

    /** Says how many there are of each kind, and which of them are shown. */
    public String getCounts() {
        int first = (page - 1) * NOTES + 1;
        return Messages.text(
                "job.notes.counts",
                counts.getOrDefault(JobNote.Severity.PROBLEM, 0L),
                counts.getOrDefault(JobNote.Severity.HINT, 0L),
                first,
                first + notes.size() - 1);
    }

    private long total() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
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
