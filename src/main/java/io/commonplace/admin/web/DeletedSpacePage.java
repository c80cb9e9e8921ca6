package io.commonplace.admin.web;

import io.commonplace.pages.DeletedSpace;
import io.commonplace.pages.SpaceEnds;
import io.commonplace.people.web.CurrentUser;
import io.commonplace.platform.web.FlashMessages;
import io.commonplace.platform.web.FormAction;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A deleted space: restores it, or deletes it permanently. */
@Named
@RequestScoped
public class DeletedSpacePage {
    @Inject
    private SpaceEnds ends;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private FormAction formAction;

    @Inject
    private FlashMessages flashMessages;

    @Inject
    private HttpServletRequest request;

    private long id;
    private @Nullable DeletedSpace space;

    @PostConstruct
    void begin() {
        String written = request.getParameter("id");
        id = written != null && written.matches("\\d{1,18}") ? Long.parseLong(written) : 0;
    }

    public void load() {
        space = ends.deleted(currentUser.viewer(), id);
    }

    public void restore() {
        DeletedSpace found = ends.deleted(currentUser.viewer(), id);
        if (formAction.accepted(() -> ends.restore(currentUser.viewer(), id))) {
            flashMessages.redirect("/s/" + found.slug(), "space.restored", found.name());
        }
    }

    public void destroy() throws IOException {
        long[] job = new long[1];
        if (formAction.accepted(() -> job[0] = ends.destroy(currentUser.viewer(), id))) {
            FacesContext.getCurrentInstance().getExternalContext().redirect("/jobs/" + job[0]);
        }
    }

    public long getId() {
        return id;
    }

    /** Null while Faces decodes the form. */
    public @Nullable DeletedSpace getSpace() {
        return space;
    }

    /** When its pages begin to be deleted. */
    public @Nullable Instant getUntil() {
        return space == null ? null : space.deletedAt().plus(Duration.ofDays(ends.days()));
    }
}
