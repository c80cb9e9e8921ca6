package io.commonplace.people.web;

import io.commonplace.people.People;
import io.commonplace.people.PersonRow;
import io.commonplace.platform.web.FlashMessages;
import io.commonplace.platform.web.FormAction;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;

/** One account, for administrators. */
@Named
@RequestScoped
public class PersonPage {
    private static final String LIST = "/admin/people";

    @Inject
    private People people;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private FormAction formAction;

    @Inject
    private FlashMessages flashMessages;

    private long id;
    private @Nullable PersonRow person;
    private String password = "";

    public void load() {
        person = people.one(currentUser.viewer(), id);
    }

    public void setNewPassword() {
        if (formAction.accepted(() -> people.setPassword(currentUser.viewer(), id, password), "password")) {
            flashMessages.redirect(LIST, "people.password.changed");
        }
    }

    public void activate() {
        if (formAction.accepted(() -> people.activate(currentUser.viewer(), id))) {
            flashMessages.redirect(LIST, "people.activated");
        }
    }

    public void deactivate() {
        if (formAction.accepted(() -> people.deactivate(currentUser.viewer(), id))) {
            flashMessages.redirect(LIST, "people.deactivated");
        }
    }

    public @Nullable PersonRow getPerson() {
        return person;
    }

    public long getId() {
        return id;
    }

    public void setId(long id) {
        this.id = id;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }
}
