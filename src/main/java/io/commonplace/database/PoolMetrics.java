package io.commonplace.database;

/**
 * The current use of a connection pool.
 *
 * @param active connections in use
 * @param idle free connections
 * @param waiting threads that wait for a connection
 * @param max connections that it may open
 */
public record PoolMetrics(int active, int idle, int waiting, int max) {
    /** The metrics of a pool that doesn't exist yet. */
    static final PoolMetrics NONE = new PoolMetrics(0, 0, 0, 0);
}
