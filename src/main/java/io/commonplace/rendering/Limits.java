package io.commonplace.rendering;

import java.time.Duration;

/**
 * What one page may cost.
 *
 * @param sourceBytes of Markdown in UTF-8
 * @param nesting     of blocks and of inline elements; a list counts twice, for itself and its items
 * @param links       different ones inside this site, since each has to be looked up
 * @param tableCells  of all tables of a page together, counted as columns times rows
 * @param htmlChars   of HTML, before and after sanitising
 * @param time        of the CPU, and of waiting for those who know where links lead, from the text to the HTML
 */
public record Limits(int sourceBytes, int nesting, int links, int tableCells, int htmlChars, Duration time) {
    public static final Limits STANDARD =
            new Limits(1024 * 1024, 100, 10_000, 100_000, 8 * 1024 * 1024, Duration.ofSeconds(2));
}
