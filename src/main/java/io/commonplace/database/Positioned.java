package io.commonplace.database;

/** A state that was read, and a replication position that it contains. */
public record Positioned<T>(String position, T value) {}
