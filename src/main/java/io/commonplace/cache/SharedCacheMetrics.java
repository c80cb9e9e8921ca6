package io.commonplace.cache;

/**
 * What this clone has found in the grid's part of an immutable region since it started.
 *
 * @param failed questions that the grid did not answer, or not in time, and values that it did not take
 */
public record SharedCacheMetrics(String name, long found, long missed, long failed) {}
