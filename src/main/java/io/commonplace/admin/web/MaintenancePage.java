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

/** Starts and ends maintenance mode. */
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

    /** Runs before the form is decoded, because the available buttons depend on it. */
    @PostConstruct
    void load() {
        access.requireAdministrator(currentUser.viewer());
        setting = maintenance.setting().orElse(null);
        text = setting == null ? "" : setting.getValue();
    }

    public void begin() {
        boolean wasOn = isOn();
        if (formAction.accepted(() -> maintenance.begin(currentUser.viewer(), text), "text")) {
            flashMessages.redirect(ADDRESS, wasOn ? "maintenance.changed" : "maintenance.begun");
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

    /** The current maintenance; null if there is none. */
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
