package io.commonplace.jobs.web;

import io.commonplace.jobs.JobStatus;
import java.security.Principal;

/** A person who watches jobs over an open connection. Rights and sessions may end meanwhile, so they are checked again. */
public interface JobSubscriber extends Principal {
    /** Whether the person is still signed in and may see the job now. It may be called in any thread. */
    boolean maySee(JobStatus job);
}
