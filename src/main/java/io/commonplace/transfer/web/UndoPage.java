package io.commonplace.transfer.web;

import io.commonplace.people.web.CurrentUser;
import io.commonplace.platform.web.FormAction;
import io.commonplace.transfer.ImportUndo;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Asks for confirmation before an import is taken back. */
@Named
@RequestScoped
public class UndoPage {
    @Inject
    private ImportUndo undo;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private FormAction formAction;

    @Inject
    private HttpServletRequest request;

    private long job;
    private ImportUndo.@Nullable Offer offer;

    @PostConstruct
    void begin() {
        job = JobParameter.of(request);
    }

    public void load() {
        offer = undo.offer(currentUser.viewer(), job);
    }

    public void start() throws IOException {
        long[] started = new long[1];
        if (formAction.accepted(() -> started[0] = undo.start(currentUser.viewer(), job))) {
            FacesContext.getCurrentInstance().getExternalContext().redirect("/jobs/" + started[0]);
        }
    }

    /** Null while Faces decodes the form. */
    public ImportUndo.@Nullable Offer getOffer() {
        return offer;
    }

    /** Whether nothing is left to take back. */
    public boolean isNothing() {
        return offer != null && offer.isEmpty();
    }

    public long getJob() {
        return job;
    }
}
