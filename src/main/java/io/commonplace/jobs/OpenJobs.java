package io.commonplace.jobs;

import java.time.Instant;

/** How many jobs of one kind wait or run, and since when the oldest of them. */
public record OpenJobs(String kind, JobState state, long count, Instant oldest) {}
