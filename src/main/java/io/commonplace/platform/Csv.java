package io.commonplace.platform;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Text as CSV for a spreadsheet.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180</a>
 */
public final class Csv {
    /** Spreadsheets take CSV for UTF-8 only if it begins with this. */
    public static final char BYTE_ORDER_MARK = '\uFEFF';

    private Csv() {}

    public static String row(String... cells) {
        return Stream.of(cells).map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    /** A spreadsheet would compute a cell that begins like a formula. */
    private static String cell(String text) {
        boolean isFormula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
        return '"' + (isFormula ? "'" : "") + text.replace("\"", "\"\"") + '"';
    }
}
