package io.commonplace.people.web;

import io.commonplace.people.People;
import io.commonplace.people.PersonRow;
import io.commonplace.platform.web.Notices;
import io.commonplace.platform.web.Submission;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;

/** One person, as an administrator sees them. */
@Named
@RequestScoped
public class PersonPage {
    private static final String LIST = "/admin/people";

    @Inject
    private People people;

    @Inject
    private Present present;

    @Inject
    private Submission submission;

    @Inject
    private Notices notices;

    private long id;
    private @Nullable PersonRow person;
    private String password = "";

    public void load() {
        person = people.one(present.viewer(), id);
    }

    public void setNewPassword() {
        if (submission.accepted(() -> people.setPassword(present.viewer(), id, password), "password")) {
            notices.sayAt(LIST, "people.password.set");
        }
    }

    public void activate() {
        if (submission.accepted(() -> people.activate(present.viewer(), id))) {
            notices.sayAt(LIST, "people.activated");
        }
    }

    public void deactivate() {
        if (submission.accepted(() -> people.deactivate(present.viewer(), id))) {
            notices.sayAt(LIST, "people.deactivated");
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
