package io.commonplace.jobs;

/** The transaction that fires this has changed a job's own row. */
record JobChanged(long id) {}
