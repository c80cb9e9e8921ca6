package io.commonplace.database;

import java.util.Optional;

/**
 * One database server.
 *
 * @param position what it has committed or applied
 * @param semiSynchronous whether its commits wait for a replica to have them
 * @param lag seconds behind the primary, if it replicates
 */
public record DatabaseServer(
        String name,
        int port,
        String version,
        boolean readOnly,
        String position,
        boolean semiSynchronous,
        Optional<Long> lag) {}
