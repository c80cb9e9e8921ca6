package io.commonplace.jobs.web;

/** The rights of the current person to jobs. A higher package implements it, which knows people. */
public interface JobAccess {
    /** Whether the person may see the jobs of all people. */
    boolean seesAllJobs();

    /** The person as a subscriber, which outlives the request. */
    JobSubscriber subscriber();
}
