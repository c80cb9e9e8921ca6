package io.commonplace.admin.web;

import io.commonplace.admin.Maintenance;
import io.commonplace.admin.Setting;
import io.commonplace.people.Access;
import io.commonplace.people.web.Present;
import io.commonplace.platform.web.Notices;
import io.commonplace.platform.web.Submission;
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
    private Present present;

    @Inject
    private Submission submission;

    @Inject
    private Notices notices;

    private @Nullable Setting setting;
    private String text = "";

    /** Before a form is read: which buttons there are to press depends on it. */
    @PostConstruct
    void load() {
        access.requireAdministrator(present.viewer());
        setting = maintenance.present().orElse(null);
        text = setting == null ? "" : setting.getValue();
    }

    public void begin() {
        boolean was = isOn();
        if (submission.accepted(() -> maintenance.begin(present.viewer(), text), "text")) {
            notices.sayAt(ADDRESS, was ? "maintenance.changed" : "maintenance.begun");
        }
    }

    public void end() {
        if (submission.accepted(() -> maintenance.end(present.viewer()))) {
            notices.sayAt(ADDRESS, "maintenance.ended");
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
