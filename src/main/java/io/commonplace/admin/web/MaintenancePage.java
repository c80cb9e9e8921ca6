package io.commonplace.admin.web;

import io.commonplace.operations.Maintenance;
import io.commonplace.operations.Setting;
import io.commonplace.people.Access;
import io.commonplace.people.web.CurrentUser;
import io.commonplace.platform.web.FlashMessages;
import io.commonplace.platform.web.FormAction;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;

/** Switches the maintenance on and off. */
@Named
@RequestScoped
public class MaintenancePage {
    private static final String ADDRESS = "/admin/maintenance";

    @Inject
    private Maintenance maintenance;

    @Inject
    private Access access;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private FormAction formAction;

    @Inject
    private FlashMessages flashMessages;

    private @Nullable Setting setting;
    private String text = "";

    /** Before a form is read: which buttons there are to press depends on it. */
    @PostConstruct
    void load() {
        access.requireAdministrator(currentUser.viewer());
        setting = maintenance.present().orElse(null);
        text = setting == null ? "" : setting.getValue();
    }

    public void begin() {
        boolean was = isOn();
        if (formAction.accepted(() -> maintenance.begin(currentUser.viewer(), text), "text")) {
            flashMessages.redirect(ADDRESS, was ? "maintenance.changed" : "maintenance.begun");
        }
    }

    public void end() {
        if (formAction.accepted(() -> maintenance.end(currentUser.viewer()))) {
            flashMessages.redirect(ADDRESS, "maintenance.ended");
        }
    }

    public boolean isOn() {
        return setting != null;
    }

    /** What is on; null when nothing is. */
    public @Nullable Setting getSetting() {
        return setting;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }
}
