package io.commonplace.jobs.web;

/** Says whether the present request's person looks after everybody's jobs. Whoever knows people implements it. */
public interface Oversight {
    boolean seesAllJobs();
}
