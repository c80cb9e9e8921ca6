package io.commonplace.jobs;

/** A job was asked for, or has ended, in the transaction that fires this. */
record JobStateChanged(long id, String kind, JobState state) {}
