package io.commonplace.jobs.web;

import io.commonplace.jobs.JobHead;
import io.commonplace.platform.ListPart;
import io.commonplace.platform.web.ListRequest;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The list of jobs, newest first, {@value #SIZE} at a time. */
@Named
@RequestScoped
public class JobsPage {
    private static final int SIZE = 25;

    @Inject
    private ListRequest listRequest;

    @Inject
    private VisibleJobs jobs;

    private ListPart<JobHead> part = ListPart.empty();

    public void load() {
        part = jobs.latest(listRequest.newestFirst(), SIZE);
    }

    public List<JobLine> getLines() {
        return part.rows().stream().map(JobLine::of).toList();
    }

    /** The address of the newer jobs; empty if there are none. */
    public String getNewer() {
        return part.previousAddress("/jobs?", JobHead::key);
    }

    /** The address of the older jobs; empty if there are none. */
    public String getOlder() {
        return part.nextAddress("/jobs?", JobHead::key);
    }
}
