package io.commonplace.transfer.web;

import io.commonplace.people.web.CurrentUser;
import io.commonplace.platform.web.FlashMessages;
import io.commonplace.platform.web.FormAction;
import io.commonplace.transfer.CheckDiscarding;
import io.commonplace.transfer.CheckReport;
import io.commonplace.transfer.CheckReports;
import io.commonplace.transfer.GonePages;
import io.commonplace.transfer.ImportChecks;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What an import would do, before it does it. */
@Named
@RequestScoped
public class CheckPage {
    @Inject
    private ImportChecks checks;

    @Inject
    private CheckReports reports;

    @Inject
    private CheckDiscarding discarding;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private FormAction formAction;

    @Inject
    private FlashMessages flashMessages;

    @Inject
    private HttpServletRequest request;

    private long job;
    private @Nullable CheckReport report;

    /** The actions need it before Faces applies the view's parameters. */
    @PostConstruct
    void begin() {
        job = JobParameter.of(request);
    }

    public void load() {
        report = reports.of(currentUser.viewer(), job);
    }

    public void start() throws IOException {
        GonePages gone = GonePages.of(String.valueOf(request.getParameter("gone")));
        long[] started = new long[1];
        if (formAction.accepted(() -> started[0] = checks.start(currentUser.viewer(), job, gone))) {
            FacesContext.getCurrentInstance().getExternalContext().redirect("/jobs/" + started[0]);
        }
    }

    public void discard() {
        if (formAction.accepted(() -> discarding.discard(currentUser.viewer(), job))) {
            flashMessages.redirect("/import", "import.check.discarded");
        }
    }

    public long getJob() {
        return job;
    }

    public @Nullable CheckReport getReport() {
        return report;
    }
}
