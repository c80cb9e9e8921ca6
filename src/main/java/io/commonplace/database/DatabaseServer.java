package io.commonplace.database;

import java.time.Duration;

/**
 * What one database server has said of itself last.
 *
 * @param version as the server writes it
 * @param readOnly true for a replica; the one that takes writes is the primary
 * @param position what it has committed or applied
 * @param semiSynchronous whether its commits wait for a replica to have them
 * @param lag the age of the newest heartbeat that it has got; on a primary, what a clone is late
 */
public record DatabaseServer(
        String name,
        int port,
        String version,
        boolean readOnly,
        String position,
        boolean semiSynchronous,
        Duration lag) {
    public long lagSeconds() {
        return lag.toSeconds();
    }
}
