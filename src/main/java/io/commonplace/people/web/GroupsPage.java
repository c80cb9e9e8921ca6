package io.commonplace.people.web;

import io.commonplace.people.GroupSummary;
import io.commonplace.people.Groups;
import io.commonplace.platform.ListPart;
import io.commonplace.platform.web.FlashMessages;
import io.commonplace.platform.web.FormAction;
import io.commonplace.platform.web.ListRequest;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The groups, {@value #PAGE_SIZE} at a time, with their first members. Forms send identifiers, not positions: the list may have changed since it was shown. */
@Named
@RequestScoped
public class GroupsPage {
    private static final int PAGE_SIZE = 25;
    private static final String LIST = "/admin/groups";

    @Inject
    private ListRequest listRequest;

    @Inject
    private Groups groups;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private FormAction formAction;

    @Inject
    private FlashMessages flashMessages;

    private ListPart<GroupSummary> part = ListPart.empty();
    private String name = "";

    public void load() {
        part = groups.list(currentUser.viewer(), listRequest.getFilter(), listRequest.alphabetical(), PAGE_SIZE);
    }

    public void create() {
        if (formAction.accepted(() -> groups.create(currentUser.viewer(), name), "name")) {
            flashMessages.redirect(LIST, "groups.created", name);
        }
    }

    /** @param userName of the person */
    public void add(String group, String userName) {
        if (formAction.accepted(() -> groups.addMember(currentUser.viewer(), Identifiers.parse(group), userName))) {
            flashMessages.redirect(LIST, "groups.member.added");
        }
    }

    /** Removes somebody who need not be listed. @param userName of the person */
    public void removeNamed(String group, String userName) {
        if (formAction.accepted(() -> groups.removeMember(currentUser.viewer(), Identifiers.parse(group), userName))) {
            flashMessages.redirect(LIST, "groups.member.removed");
        }
    }

    public void remove(String group, String person) {
        if (formAction.accepted(
                () -> groups.removeMember(currentUser.viewer(), Identifiers.parse(group), Identifiers.parse(person)))) {
            flashMessages.redirect(LIST, "groups.member.removed");
        }
    }

    public List<GroupSummary> getRows() {
        return part.rows();
    }

    /** The address of the part before this one; empty if there is none. */
    public String getPrevious() {
        return part.previousAddress(listRequest.addressOf("/admin/groups"), GroupSummary::name);
    }

    /** The address of the part after this one; empty if there is none. */
    public String getNext() {
        return part.nextAddress(listRequest.addressOf("/admin/groups"), GroupSummary::name);
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }
}
