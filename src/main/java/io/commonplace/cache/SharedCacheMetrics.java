package io.commonplace.cache;

/**
 * The metrics of an immutable region in the grid, for look-ups of this clone since its start.
 *
 * @param failed look-ups that the grid did not answer in time, and values that it did not store
 */
public record SharedCacheMetrics(String name, long found, long missed, long failed) {}
