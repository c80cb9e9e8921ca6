package io.commonplace.jobs.web;

import io.commonplace.jobs.JobHead;
import io.commonplace.jobs.JobQueries;
import io.commonplace.jobs.JobStatus;
import io.commonplace.platform.ListPart;
import io.commonplace.platform.ListWindow;
import io.commonplace.platform.NotFound;
import io.commonplace.platform.TimeKey;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;

/** The jobs that the current person may see: those that they have started, or all for an administrator. */
@RequestScoped
public class VisibleJobs {
    @Inject
    private JobQueries reports;

    @Inject
    private JobAccess jobAccess;

    @Inject
    private HttpServletRequest request;

    /** @throws NotFound if there is no such job, or the person may not see it */
    public JobStatus get(String id) {
        if (!id.matches("\\d{1,18}")) {
            throw new NotFound("job.notFound");
        }
        return reports.status(Long.parseLong(id))
                .filter(job -> jobAccess.seesAllJobs() || job.createdBy().equals(name()))
                .orElseThrow(() -> new NotFound("job.notFound"));
    }

    ListPart<JobHead> latest(ListWindow<TimeKey> window, int size) {
        return reports.latest(jobAccess.seesAllJobs() ? "" : name(), window, size);
    }

    private String name() {
        return request.getUserPrincipal().getName();
    }
}
