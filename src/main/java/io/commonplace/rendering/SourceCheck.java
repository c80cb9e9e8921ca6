package io.commonplace.rendering;

/** Checks the size of a source before the costly parsing. */
final class SourceCheck {
    private SourceCheck() {}

    /** @throws RenderingRefused if the source or its tables are too large */
    static void check(String source, Limits limits) {
        if (source.length() > limits.sourceBytes() || utf8Length(source) > limits.sourceBytes()) {
            throw new RenderingRefused("rendering.tooLarge", (long) limits.sourceBytes());
        }
        if (tableCells(source) > limits.tableCells()) {
            throw new RenderingRefused("rendering.tooManyCells", (long) limits.tableCells());
        }
    }

    private static long utf8Length(String source) {
        long length = 0;
        for (int i = 0; i < source.length(); i++) {
            char c = source.charAt(i);
            // A surrogate pair takes four bytes: two for each half.
            length += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
        }
        return length;
    }

    /**
     * An upper bound of the cells that the parser would create. It pads every row to the columns of the delimiter row, so
     * that 7 KB of text can become 10 MB of HTML. A table ends at a blank line at the latest.
     */
    private static long tableCells(String source) {
        long cells = 0;
        long columns = 0;
        for (int at = 0; at < source.length(); ) {
            int end = source.indexOf('\n', at);
            end = end < 0 ? source.length() : end;
            columns = Math.max(columns, columns(source, at, end));
            columns = isBlank(source, at, end) ? 0 : columns;
            cells += columns;
            at = end + 1;
        }
        return cells;
    }

    /** The columns that a delimiter row defines, possibly inside a quote or a list; 0 for any other line. */
    private static int columns(String source, int start, int end) {
        int pipes = 0;
        for (int i = start; i < end; i++) {
            char c = source.charAt(i);
            if (c == '|') {
                pipes++;
            } else if ("-: \t>*+.)\r".indexOf(c) < 0 && (c < '0' || c > '9')) {
                return 0;
            }
        }
        return pipes == 0 ? 0 : pipes + 1;
    }

    private static boolean isBlank(String source, int start, int end) {
        for (int i = start; i < end; i++) {
            if (!Character.isWhitespace(source.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
