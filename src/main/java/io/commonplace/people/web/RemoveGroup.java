package io.commonplace.people.web;

import io.commonplace.people.GroupCard;
import io.commonplace.people.Groups;
import io.commonplace.platform.web.Notices;
import io.commonplace.platform.web.Submission;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;

/** Asks whether a group is really to go. */
@Named
@RequestScoped
public class RemoveGroup {
    @Inject
    private Groups groups;

    @Inject
    private Present present;

    @Inject
    private Submission submission;

    @Inject
    private Notices notices;

    private long id;
    private @Nullable GroupCard group;

    public void load() {
        group = groups.one(present.viewer(), id);
    }

    public void remove() {
        if (submission.accepted(() -> groups.remove(present.viewer(), id))) {
            notices.sayAt("/admin/groups", "groups.removed");
        }
    }

    public @Nullable GroupCard getGroup() {
        return group;
    }

    public long getId() {
        return id;
    }

    public void setId(long id) {
        this.id = id;
    }
}
