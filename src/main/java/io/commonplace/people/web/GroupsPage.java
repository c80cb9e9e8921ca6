package io.commonplace.people.web;

import io.commonplace.people.GroupCard;
import io.commonplace.people.Groups;
import io.commonplace.platform.web.Notices;
import io.commonplace.platform.web.Submission;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All groups with their members. Who is to come or go is named by identifier: a list may be another one by now. */
@Named
@RequestScoped
public class GroupsPage {
    private static final String LIST = "/admin/groups";

    @Inject
    private Groups groups;

    @Inject
    private Present present;

    @Inject
    private Submission submission;

    @Inject
    private Notices notices;

    private @Nullable List<GroupCard> all;
    private String name = "";

    public void load() {
        all = groups.all(present.viewer());
    }

    public void create() {
        if (submission.accepted(() -> groups.create(present.viewer(), name), "name")) {
            notices.sayAt(LIST, "groups.created", name);
        }
    }

    public void add(String group, String person) {
        if (submission.accepted(
                () -> groups.addMember(present.viewer(), Identifiers.parse(group), Identifiers.parse(person)))) {
            notices.sayAt(LIST, "groups.member.added");
        }
    }

    public void remove(String group, String person) {
        if (submission.accepted(
                () -> groups.removeMember(present.viewer(), Identifiers.parse(group), Identifiers.parse(person)))) {
            notices.sayAt(LIST, "groups.member.removed");
        }
    }

    public @Nullable List<GroupCard> getAll() {
        return all;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }
}
