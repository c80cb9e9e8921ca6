package io.commonplace.jobs;

/** How full one queue is. @param inWork messages that a worker has, and has not finished yet */
public record QueueFigures(String name, long waiting, long inWork, long consumers, boolean deadLetters) {}
