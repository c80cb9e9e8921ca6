package io.commonplace.rendering;

import java.time.Duration;

/**
 * The largest page that is accepted.
 *
 * @param sourceBytes bytes of Markdown in UTF-8
 * @param nesting     depth of blocks and of inline elements; a list counts twice, for itself and its items
 * @param links       different links inside this site; each needs a look-up
 * @param tableCells  cells of all tables of a page, counted as columns times rows
 * @param htmlChars   characters of HTML, before and after sanitising
 * @param time        CPU time and the time of looking up links, from the source to the HTML
 */
public record Limits(int sourceBytes, int nesting, int links, int tableCells, int htmlChars, Duration time) {
    public static final Limits STANDARD =
            new Limits(1024 * 1024, 100, 10_000, 100_000, 8 * 1024 * 1024, Duration.ofSeconds(2));
}
