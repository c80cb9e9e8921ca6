package io.commonplace.search;

import java.util.List;

/**
 * What a result shows of a page's text.
 *
 * @param offset of the first match in the text; -1 if the text has none
 */
public record Snippet(List<Part> parts, int offset) {
    public static final Snippet EMPTY = new Snippet(List.of(), -1);

    public Snippet {
        parts = List.copyOf(parts);
    }

    /** @param matched whether it is a word of the query */
    public record Part(String text, boolean matched) {}
}
