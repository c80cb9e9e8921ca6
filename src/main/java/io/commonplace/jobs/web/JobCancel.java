package io.commonplace.jobs.web;

import io.commonplace.jobs.JobStatus;
import io.commonplace.jobs.Jobs;
import io.commonplace.platform.web.FlashMessages;
import io.commonplace.platform.web.FormAction;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

/** Cancels a job. */
@Named
@RequestScoped
public class JobCancel {
    @Inject
    private Jobs jobs;

    @Inject
    private FormAction formAction;

    @Inject
    private FlashMessages flashMessages;

    @Inject
    private HttpServletRequest request;

    public void cancel() {
        long id = ((JobStatus) request.getAttribute(JobServlet.JOB)).id();
        if (formAction.accepted(() -> jobs.cancel(id))) {
            flashMessages.redirect("/jobs/" + id, "job.cancelling");
        }
    }
}
