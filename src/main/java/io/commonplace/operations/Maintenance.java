package io.commonplace.operations;

import io.commonplace.database.MaintenanceNotice;
import io.commonplace.database.Writes;
import io.commonplace.people.Access;
import io.commonplace.people.Viewer;
import io.commonplace.platform.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Maintenance mode, in which nothing can be saved. An administrator starts and ends it; it survives restarts. */
@ApplicationScoped
public class Maintenance implements MaintenanceNotice {
    /** The maximum length of the text, in characters. */
    public static final int MAX_TEXT = 300;

    private static final Logger LOG = Logger.getLogger(Maintenance.class.getName());
    private static final String NAME = "maintenance";

    @Inject
    private SettingStore settings;

    @Inject
    private Access access;

    @Inject
    private Event<Switched> switched;

    /**
     * Starts maintenance, or changes its text.
     *
     * @param text shown to people, such as why and until when; may be empty
     */
    @Writes(evenInMaintenance = true)
    public void begin(Viewer viewer, String text) {
        access.requireAdministrator(viewer);
        String normalized = text.strip().replaceAll("\\s+", " ");
        if (normalized.length() > MAX_TEXT) {
            throw new Refusal("maintenance.text.form", MAX_TEXT);
        }
        settings.set(NAME, normalized, viewer.displayName());
        switched.fire(new Switched("on", viewer.name(), normalized));
    }

    /** Ends maintenance. Has no effect if there is none. */
    @Writes(evenInMaintenance = true)
    public void end(Viewer viewer) {
        access.requireAdministrator(viewer);
        settings.remove(NAME);
        switched.fire(new Switched("off", viewer.name(), ""));
    }

    /** The current maintenance, with the person who started it or changed its text, and the time. */
    public Optional<Setting> setting() {
        return settings.find(NAME);
    }

    /** Treats an unreadable database as no maintenance. */
    @Override
    public Optional<String> current() {
        try {
            return setting().map(Setting::getValue);
        } catch (PersistenceException e) {
            LOG.log(Level.FINE, "The maintenance setting can't be read", e);
            return Optional.empty();
        }
    }

    void log(@Observes(during = TransactionPhase.AFTER_SUCCESS) Switched event) {
        LOG.log(Level.INFO, "Maintenance switched {0} by {1}: {2}", new Object[] {
            event.state(), event.person(), event.text()
        });
    }

    /** Logged after the commit. */
    record Switched(String state, String person, String text) {}
}
