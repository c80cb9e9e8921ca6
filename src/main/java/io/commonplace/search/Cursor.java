package io.commonplace.search;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The last result of a page of results; the next page begins after it. It stands in addresses, so it is the same on all clones
 * and no number of a row.
 *
 * @param rank the score, or the time of the change, as raw bits
 */
public record Cursor(long rank, long pageId) {
    private static final Pattern FORM = Pattern.compile("(-?\\d{1,19})\\.(\\d{1,19})");

    /** Empty for what is no cursor, which then means the first page. */
    static Optional<Cursor> parse(String text) {
        Matcher form = FORM.matcher(text);
        try {
            return form.matches()
                    ? Optional.of(new Cursor(Long.parseLong(form.group(1)), Long.parseLong(form.group(2))))
                    : Optional.empty();
        } catch (NumberFormatException e) {
            // More than a long can hold.
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return rank + "." + pageId;
    }
}
