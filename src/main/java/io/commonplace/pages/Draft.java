package io.commonplace.pages;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Text that a person has typed but not saved.
 *
 * @param base the number of the revision that the text is based on; 0 for a new page
 * @param editor the id of the opened editor in which the text was typed; its key and column are still named "sheet"
 * @param keptAt when the draft was stored last
 */
public record Draft(PageText text, int base, String editor, Instant keptAt) {
    private static final String TITLE = "title";
    private static final String MARKDOWN = "markdown";
    private static final String COMMENT = "comment";
    private static final String BASE = "base";
    private static final String EDITOR = "sheet";
    private static final String KEPT_AT = "keptAt";

    /** Whether saving the draft would change nothing. */
    public boolean isLike(String title, String markdown) {
        return text.title().strip().equals(title.strip()) && text.markdown().equals(markdown);
    }

    /** The draft as strings, which any version of the application can read. */
    Map<String, String> values() {
        Map<String, String> values = new HashMap<>();
        values.put(TITLE, text.title());
        values.put(MARKDOWN, text.markdown());
        values.put(COMMENT, text.comment());
        values.put(BASE, Integer.toString(base));
        values.put(EDITOR, editor);
        values.put(KEPT_AT, keptAt.toString());
        return values;
    }

    static Draft of(Map<String, String> values) {
        PageText text = new PageText(
                values.getOrDefault(TITLE, ""), values.getOrDefault(MARKDOWN, ""), values.getOrDefault(COMMENT, ""));
        return new Draft(
                text,
                Integer.parseInt(values.getOrDefault(BASE, "0")),
                values.getOrDefault(EDITOR, ""),
                Instant.parse(values.getOrDefault(KEPT_AT, Instant.EPOCH.toString())));
    }
}
