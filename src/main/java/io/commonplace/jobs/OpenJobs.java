package io.commonplace.jobs;

import java.time.Instant;

/** The number of jobs of one kind in one open state, and the time at which the oldest was created. */
public record OpenJobs(String kind, JobState state, long count, Instant oldest) {}
