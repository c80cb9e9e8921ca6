package io.commonplace.cache;

import java.time.Duration;

/**
 * The metrics of one region in this clone's memory since its start.
 *
 * @param size an estimate of the number of entries
 * @param misses look-ups that found no value, or one that another reader was loading
 * @param bypassed look-ups that could not use the cache: the value was being changed, or this clone had no lease
 * @param loads values that were loaded into the cache, from the grid or the database
 * @param loading the total time of all loads
 */
public record CacheMetrics(
        String name, long size, long hits, long misses, long bypassed, long loads, Duration loading) {
    /** Hits in percent of all look-ups, rounded down; 0 without look-ups. */
    public int hitPercent() {
        long all = hits + misses + bypassed;
        return all == 0 ? 0 : (int) (100 * hits / all);
    }
}
