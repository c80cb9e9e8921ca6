package io.commonplace.search;

import java.time.Duration;
import java.time.Instant;

/**
 * A search that took long.
 *
 * @param text what was typed; its end may be missing
 * @param found the number of pages
 */
public record SlowSearch(Instant at, String text, Duration taken, long found) {}
