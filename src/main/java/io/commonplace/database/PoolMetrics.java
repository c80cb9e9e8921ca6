package io.commonplace.database;

/**
 * How one pool of connections is used at this moment.
 *
 * @param waiting threads that wait for a connection
 * @param most connections that it may open
 */
public record PoolMetrics(int active, int idle, int waiting, int most) {
    /** Of a pool that doesn't exist yet. */
    static final PoolMetrics NONE = new PoolMetrics(0, 0, 0, 0);
}
