package io.commonplace.database;

import java.time.Duration;

/**
 * The state of one database server when it was last queried.
 *
 * @param version as the server reports it
 * @param readOnly true for a replica; the server that accepts writes is the primary
 * @param position the replication position that it has committed or applied
 * @param semiSynchronous whether its commits wait for a replica
 * @param lag the age of the newest heartbeat in its data; on a primary, the delay of the clones
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
