package io.commonplace.platform;

import org.jspecify.annotations.Nullable;

/**
 * A use case's transaction has committed, and the caller has not been answered yet.
 *
 * @param position where replication has to be for the change to be seen, or null when that is not known: the connection
 *     broke at its commit, which may not have happened at all
 */
public record Committed(@Nullable String position) {}
