package io.commonplace.transfer;

import static org.awaitility.Awaitility.await;

import io.commonplace.jobs.JobNote;
import io.commonplace.jobs.JobQueries;
import io.commonplace.jobs.JobState;
import io.commonplace.jobs.JobStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;

/** Waits for jobs. */
@ApplicationScoped
public class EndedJob {
    @Inject
    private JobQueries jobs;

    JobStatus done(long job) {
        JobStatus end = await("the end of the job")
                .atMost(Duration.ofMinutes(2))
                .until(
                        () -> jobs.status(job).orElseThrow(),
                        status -> status.state().isFinal());
        if (end.state() != JobState.DONE) {
            throw new IllegalStateException(end + ": " + messages(job));
        }
        return end;
    }

    /** What the job says, each with its file or page. */
    List<String> messages(long job) {
        return jobs.notes(job, 0, 100).stream().map(EndedJob::text).toList();
    }

    private static String text(JobNote note) {
        return note.getSubject() + ": " + note.getMessage();
    }
}
