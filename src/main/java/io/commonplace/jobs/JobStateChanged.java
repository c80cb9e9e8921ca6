package io.commonplace.jobs;

/** The transaction that fires this has created or ended a job. */
record JobStateChanged(long id, String kind, JobState state) {}
