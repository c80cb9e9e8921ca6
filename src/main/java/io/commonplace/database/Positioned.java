package io.commonplace.database;

/**
 * A state that was read from one server.
 *
 * @param contained a replication position that the state contains
 * @param limit a position that contains the state: a session that has seen it must not read an older one
 */
public record Positioned<T>(T value, String contained, String limit) {}
