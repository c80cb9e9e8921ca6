package io.commonplace.jobs.web;

import io.commonplace.jobs.JobNote;
import io.commonplace.jobs.JobStatus;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A job's progress as JSON, for the scripts of our pages and for programs. */
final class JobJson {
    private JobJson() {}

    static String of(JobStatus job, Instant now) {
        return fields(job, now).build().toString();
    }

    /** @param counts of all notes, of which {@code notes} are some */
    static String of(JobStatus job, List<JobNote> notes, Map<JobNote.Severity, Long> counts, Instant now) {
        JsonArrayBuilder list = Json.createArrayBuilder();
        notes.forEach(note -> list.add(note(note)));
        JsonObjectBuilder numbers = Json.createObjectBuilder();
        counts.forEach((severity, count) -> numbers.add(severity.name().toLowerCase(Locale.ROOT), count));
        return fields(job, now)
                .add("noteCounts", numbers)
                .add("notes", list)
                .build()
                .toString();
    }

    private static JsonObjectBuilder note(JobNote note) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("severity", note.getSeverity().name().toLowerCase(Locale.ROOT))
                .add("subject", note.getSubject())
                .add("message", note.getMessage());
        Integer line = note.getLine();
        return line == null ? json : json.add("line", line).add("text", note.getText());
    }

    private static JsonObjectBuilder fields(JobStatus job, Instant now) {
        JsonArrayBuilder steps = Json.createArrayBuilder();
        job.shares()
                .forEach(share -> steps.add(
                        Json.createObjectBuilder().add("worker", share.worker()).add("done", share.done())));
        return Json.createObjectBuilder()
                .add("id", job.id())
                .add("state", job.state().name())
                .add("stateText", JobLabels.state(job.state(), job.cancelRequested()))
                .add("done", job.done())
                .add("total", job.total())
                .add("message", JobLabels.message(job))
                .add("problems", job.problems())
                .add("download", job.download())
                .add("next", job.next() == null ? "" : job.next().href())
                .add("itemsPerSecond", Math.round(job.itemsPerSecond(now) * 10) / 10.0)
                .add("steps", steps);
    }
}
