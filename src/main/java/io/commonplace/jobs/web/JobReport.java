package io.commonplace.jobs.web;

import io.commonplace.jobs.JobNote;
import io.commonplace.platform.Messages;
import java.io.PrintWriter;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All notes of a job as CSV for a spreadsheet.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180</a>
 */
final class JobReport {
    /** Spreadsheets take CSV for UTF-8 only if it begins with this. */
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private JobReport() {}

    static void write(Stream<JobNote> notes, PrintWriter to) {
        to.append(BYTE_ORDER_MARK);
        to.append(line("job.report.kind", "job.report.file", "job.report.description"));
        notes.forEach(note -> to.append(
                row(Messages.text("job.report." + note.getSeverity()), note.getSubject(), note.getMessage())));
    }

    private static String line(String... keys) {
        return row(Stream.of(keys).map(Messages::text).toArray(String[]::new));
    }

    static String row(String... cells) {
        return Stream.of(cells).map(JobReport::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    /** A spreadsheet would compute a cell that begins like a formula. */
    private static String cell(String text) {
        boolean isFormula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
        return '"' + (isFormula ? "'" : "") + text.replace("\"", "\"\"") + '"';
    }
}
