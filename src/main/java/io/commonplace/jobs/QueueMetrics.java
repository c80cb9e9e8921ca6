package io.commonplace.jobs;

import java.time.Duration;

/**
 * How full one queue is.
 *
 * @param inWork messages that a worker has, and has not finished yet
 * @param age of the oldest message
 */
public record QueueMetrics(String name, long waiting, long inWork, long consumers, Duration age, boolean deadLetters) {}
