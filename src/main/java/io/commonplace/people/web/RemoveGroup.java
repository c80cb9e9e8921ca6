package io.commonplace.people.web;

import io.commonplace.people.GroupSummary;
import io.commonplace.people.Groups;
import io.commonplace.platform.web.FlashMessages;
import io.commonplace.platform.web.FormAction;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;

/** Asks for confirmation before a group is deleted. */
@Named
@RequestScoped
public class RemoveGroup {
    @Inject
    private Groups groups;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private FormAction formAction;

    @Inject
    private FlashMessages flashMessages;

    private long id;
    private @Nullable GroupSummary group;

    public void load() {
        group = groups.one(currentUser.viewer(), id);
    }

    public void remove() {
        if (formAction.accepted(() -> groups.remove(currentUser.viewer(), id))) {
            flashMessages.redirect("/admin/groups", "groups.deleted");
        }
    }

    public @Nullable GroupSummary getGroup() {
        return group;
    }

    public long getId() {
        return id;
    }

    public void setId(long id) {
        this.id = id;
    }
}
