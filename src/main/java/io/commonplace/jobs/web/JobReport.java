package io.commonplace.jobs.web;

import io.commonplace.jobs.JobNote;
import io.commonplace.platform.Csv;
import io.commonplace.platform.Messages;
import java.io.PrintWriter;
import java.util.stream.Stream;

/** All notes of a job as CSV. */
final class JobReport {
    private JobReport() {}

    static void write(Stream<JobNote> notes, PrintWriter to) {
        to.append(Csv.BYTE_ORDER_MARK);
        to.append(line(
                "job.report.kind", "job.report.file", "job.report.line", "job.report.description", "job.report.text"));
        notes.forEach(note -> to.append(Csv.row(
                Messages.text("job.report." + note.getSeverity()),
                note.getSubject(),
                note.getLine() == null ? "" : note.getLine().toString(),
                note.getMessage(),
                note.getText())));
    }

    private static String line(String... keys) {
        return Csv.row(Stream.of(keys).map(Messages::text).toArray(String[]::new));
    }
}
