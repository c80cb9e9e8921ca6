package io.commonplace.people.web;

import io.commonplace.people.NewPerson;
import io.commonplace.people.People;
import io.commonplace.people.PersonRow;
import io.commonplace.platform.web.FlashMessages;
import io.commonplace.platform.web.FormAction;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All people, and the form for a new one. */
@Named
@RequestScoped
public class PeoplePage {
    @Inject
    private People people;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private FormAction formAction;

    @Inject
    private FlashMessages flashMessages;

    private @Nullable List<PersonRow> all;
    private String name = "";
    private String displayName = "";
    private String password = "";

    public void load() {
        all = people.all(currentUser.viewer());
    }

    public void create() {
        NewPerson given = new NewPerson(name, displayName, password);
        if (formAction.accepted(() -> people.create(currentUser.viewer(), given), "name", "displayName", "password")) {
            flashMessages.redirect("/admin/people", "people.created", displayName);
        }
    }

    public @Nullable List<PersonRow> getAll() {
        return all;
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
