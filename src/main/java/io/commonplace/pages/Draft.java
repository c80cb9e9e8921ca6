package io.commonplace.pages;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * What somebody has typed and not saved.
 *
 * @param base the number of the revision that the text was made from; 0 for a page that isn't there yet
 * @param sheet the opened editor that it was typed into
 * @param keptAt when it was kept last
 */
public record Draft(PageText text, int base, String sheet, Instant keptAt) {
    private static final String TITLE = "title";
    private static final String MARKDOWN = "markdown";
    private static final String COMMENT = "comment";
    private static final String BASE = "base";
    private static final String SHEET = "sheet";
    private static final String KEPT_AT = "keptAt";

    /** Whether saving it would change nothing. */
    public boolean isLike(String title, String markdown) {
        return text.title().strip().equals(title.strip()) && text.markdown().equals(markdown);
    }

    /** As strings, which any version of the application can read. */
    Map<String, String> values() {
        Map<String, String> values = new HashMap<>();
        values.put(TITLE, text.title());
        values.put(MARKDOWN, text.markdown());
        values.put(COMMENT, text.comment());
        values.put(BASE, Integer.toString(base));
        values.put(SHEET, sheet);
        values.put(KEPT_AT, keptAt.toString());
        return values;
    }

    static Draft of(Map<String, String> values) {
        PageText text = new PageText(
                values.getOrDefault(TITLE, ""), values.getOrDefault(MARKDOWN, ""), values.getOrDefault(COMMENT, ""));
        return new Draft(
                text,
                Integer.parseInt(values.getOrDefault(BASE, "0")),
                values.getOrDefault(SHEET, ""),
                Instant.parse(values.getOrDefault(KEPT_AT, Instant.EPOCH.toString())));
    }
}
