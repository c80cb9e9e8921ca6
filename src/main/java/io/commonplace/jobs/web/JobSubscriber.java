package io.commonplace.jobs.web;

import io.commonplace.jobs.JobStatus;
import java.security.Principal;

/** Somebody who watches jobs over a connection that stays open. Rights and sessions end meanwhile, so it is asked again. */
public interface JobSubscriber extends Principal {
    /** Whether they are still signed in, and may see the job as things are now. In any thread. */
    boolean maySee(JobStatus job);
}
