package io.commonplace.cache;

import java.time.Duration;

/**
 * How a region does in this clone since it started.
 *
 * @param size an estimate
 * @param misses look-ups that found nothing, or something that is just being loaded by another reader
 * @param passedBy look-ups that could not use the cache: what they wanted was being changed, or nothing was believed
 * @param loads values that were fetched for the cache, from the grid or the database
 * @param loading how long that took, all together
 */
public record CacheMetrics(
        String name, long size, long hits, long misses, long passedBy, long loads, Duration loading) {
    /** Hits in percent of all look-ups; 0 when there were none. */
    public int hitPercent() {
        long all = hits + misses + passedBy;
        return all == 0 ? 0 : (int) (100 * hits / all);
    }
}
