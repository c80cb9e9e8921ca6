package io.commonplace.jobs;

/** A job's own row was changed in the transaction that fires this. */
record JobChanged(long id) {}
