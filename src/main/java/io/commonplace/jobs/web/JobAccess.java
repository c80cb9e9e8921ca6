package io.commonplace.jobs.web;

/** Says who the present request's person is to jobs. Whoever knows people implements it. */
public interface JobAccess {
    /** Whether the person looks after everybody's jobs. */
    boolean seesAllJobs();

    /** The person, for the time after the request. */
    JobSubscriber spectator();
}
