package io.commonplace.jobs;

/**
 * The line of a text that a note is about.
 *
 * @param number from 1
 * @param text of the line, or of a part of it; at most 200 characters
 */
public record SourceLine(int number, String text) {
    private static final int MAX_TEXT = 200;
    private static final int BEFORE = 60;

    /** @param place in the text; a long line is cut around it */
    public static SourceLine at(String text, int place) {
        int at = Math.max(0, Math.min(place, text.length()));
        int start = at == 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
        int newline = text.indexOf('\n', at);
        int end = newline < 0 ? text.length() : newline;
        int number = 1
                + (int) text.substring(0, start).chars().filter(c -> c == '\n').count();
        return new SourceLine(number, part(text, start, end, at));
    }

    private static String part(String text, int start, int end, int at) {
        String line = text.substring(start, end).strip();
        if (line.length() <= MAX_TEXT) {
            return line;
        }
        int first = Math.max(start, Math.min(at - BEFORE, end - MAX_TEXT + 2));
        int last = Math.min(end, first + MAX_TEXT - 2);
        // Half of a character outside the Basic Multilingual Plane is none.
        first += Character.isLowSurrogate(text.charAt(first)) ? 1 : 0;
        last -= Character.isHighSurrogate(text.charAt(last - 1)) ? 1 : 0;
        return (first > start ? "…" : "") + text.substring(first, last).strip() + (last < end ? "…" : "");
    }
}
