package io.commonplace.cluster;

/** How a region does in this clone since it started; {@code size} is an estimate. */
public record CacheFigures(String name, long size, long hits, long misses) {
    /** Hits in percent of all look-ups; 0 when there were none. */
    public int hitPercent() {
        long all = hits + misses;
        return all == 0 ? 0 : (int) (100 * hits / all);
    }
}
