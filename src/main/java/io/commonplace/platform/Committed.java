package io.commonplace.platform;

import org.jspecify.annotations.Nullable;

/**
 * A use case's transaction is over, and the caller has not been answered yet.
 *
 * @param position where replication has to be for the change to be seen, or null when that is not known: the transaction
 *     rolled back, or the connection broke at its commit, which may have succeeded all the same
 */
public record Committed(@Nullable String position) {}
