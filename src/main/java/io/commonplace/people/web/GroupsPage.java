package io.commonplace.people.web;

import io.commonplace.people.GroupSummary;
import io.commonplace.people.Groups;
import io.commonplace.platform.web.FlashMessages;
import io.commonplace.platform.web.FormAction;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All groups with their members. Forms send identifiers, not positions: the list may have changed since it was shown. */
@Named
@RequestScoped
public class GroupsPage {
    private static final String LIST = "/admin/groups";

    @Inject
    private Groups groups;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private FormAction formAction;

    @Inject
    private FlashMessages flashMessages;

    private @Nullable List<GroupSummary> all;
    private String name = "";

    public void load() {
        all = groups.all(currentUser.viewer());
    }

    public void create() {
        if (formAction.accepted(() -> groups.create(currentUser.viewer(), name), "name")) {
            flashMessages.redirect(LIST, "groups.created", name);
        }
    }

    public void add(String group, String person) {
        if (formAction.accepted(
                () -> groups.addMember(currentUser.viewer(), Identifiers.parse(group), Identifiers.parse(person)))) {
            flashMessages.redirect(LIST, "groups.member.added");
        }
    }

    public void remove(String group, String person) {
        if (formAction.accepted(
                () -> groups.removeMember(currentUser.viewer(), Identifiers.parse(group), Identifiers.parse(person)))) {
            flashMessages.redirect(LIST, "groups.member.removed");
        }
    }

    public @Nullable List<GroupSummary> getAll() {
        return all;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }
}
