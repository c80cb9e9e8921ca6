package io.commonplace.jobs.web;

import io.commonplace.jobs.Jobs;
import io.commonplace.platform.web.Notices;
import io.commonplace.platform.web.Routes;
import io.commonplace.platform.web.Submission;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

/** Asks for a job's end. */
@Named
@RequestScoped
public class JobCancel {
    @Inject
    private VisibleJobs visible;

    @Inject
    private Jobs jobs;

    @Inject
    private Submission submission;

    @Inject
    private Notices notices;

    @Inject
    private HttpServletRequest request;

    public void cancel() {
        long id = visible.get(Routes.rest(request)).id();
        if (submission.accepted(() -> jobs.cancel(id))) {
            notices.sayAt("/jobs/" + id, "job.cancelling");
        }
    }
}
