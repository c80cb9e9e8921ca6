package io.commonplace.admin.web;

import io.commonplace.pages.SpaceEnds;
import io.commonplace.pages.SpaceHead;
import io.commonplace.people.web.CurrentUser;
import io.commonplace.platform.web.FlashMessages;
import io.commonplace.platform.web.FormAction;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** Archives a space, makes it current again, or deletes it. */
@Named
@RequestScoped
public class SpaceEndPage {
    @Inject
    private SpaceEnds ends;

    @Inject
    private AdministeredSpace administered;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private FormAction formAction;

    @Inject
    private FlashMessages flashMessages;

    @Inject
    private HttpServletRequest request;

    private @Nullable SpaceHead space;
    private String key = "";

    public void load() {
        space = administered.get();
    }

    /** Archives the space, or makes it current again: what the form offered, whatever somebody else has done since. */
    public void archive() {
        if ("true".equals(request.getParameter("current"))) {
            unarchive(administered.get());
            return;
        }
        SpaceHead found = administered.get();
        if (formAction.accepted(() -> ends.archive(currentUser.viewer(), found))) {
            flashMessages.redirect("/admin/spaces", "space.archived", found.name());
        }
    }

    private void unarchive(SpaceHead found) {
        if (formAction.accepted(() -> ends.unarchive(currentUser.viewer(), found))) {
            flashMessages.redirect("/admin/spaces", "space.unarchived", found.name());
        }
    }

    public void delete() {
        SpaceHead found = administered.get();
        if (formAction.accepted(() -> ends.delete(currentUser.viewer(), found, key), "key")) {
            flashMessages.redirectWithUndo(
                    "/admin/spaces",
                    "/admin/space/deleted?id=" + found.id(),
                    "space.deleted",
                    found.name(),
                    ends.days());
        }
    }

    /** Null while Faces decodes the form. */
    public @Nullable SpaceHead getSpace() {
        return space;
    }

    public boolean isArchived() {
        return space != null && space.archived();
    }

    public int getDays() {
        return ends.days();
    }

    public String getKey() {
        return key;
    }

    public void setKey(String key) {
        this.key = key;
    }
}
