package io.commonplace.jobs;

import java.time.Duration;

/**
 * The metrics of one queue.
 *
 * @param waiting messages that no worker has yet
 * @param inProgress messages that a worker has not finished yet
 * @param age the age of the oldest message
 */
public record QueueMetrics(
        String name, long waiting, long inProgress, long consumers, Duration age, boolean deadLetters) {}
