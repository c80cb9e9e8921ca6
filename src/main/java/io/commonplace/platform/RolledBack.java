package io.commonplace.platform;

/** A use case's transaction is over and has changed nothing, as is known for certain. */
public record RolledBack() {}
