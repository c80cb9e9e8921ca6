package io.commonplace.people.web;

import io.commonplace.people.NewPerson;
import io.commonplace.people.People;
import io.commonplace.people.PersonRow;
import io.commonplace.platform.ListPart;
import io.commonplace.platform.web.FlashMessages;
import io.commonplace.platform.web.FormAction;
import io.commonplace.platform.web.ListRequest;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The people, {@value #PAGE_SIZE} at a time, and the form for a new one. */
@Named
@RequestScoped
public class PeoplePage {
    private static final int PAGE_SIZE = 50;

    @Inject
    private ListRequest listRequest;

    @Inject
    private People people;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private FormAction formAction;

    @Inject
    private FlashMessages flashMessages;

    private ListPart<PersonRow> part = ListPart.empty();
    private String name = "";
    private String displayName = "";
    private String password = "";

    public void load() {
        part = people.list(currentUser.viewer(), listRequest.getFilter(), listRequest.alphabetical(), PAGE_SIZE);
    }

    public void create() {
        NewPerson given = new NewPerson(name, displayName, password);
        if (formAction.accepted(() -> people.create(currentUser.viewer(), given), "name", "displayName", "password")) {
            flashMessages.redirect("/admin/people", "people.created", displayName);
        }
    }

    public List<PersonRow> getRows() {
        return part.rows();
    }

    /** The address of the part before this one; empty if there is none. */
    public String getPrevious() {
        return part.previousAddress(listRequest.addressOf("/admin/people"), PersonRow::name);
    }

    /** The address of the part after this one; empty if there is none. */
    public String getNext() {
        return part.nextAddress(listRequest.addressOf("/admin/people"), PersonRow::name);
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getDisplayName() {
        return displayName;
    }

    public void setDisplayName(String displayName) {
        this.displayName = displayName;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }
}
