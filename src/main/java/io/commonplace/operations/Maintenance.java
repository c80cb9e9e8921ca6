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

/** A time in which nothing is to be changed, begun and ended by an administrator. It outlives every restart. */
@ApplicationScoped
public class Maintenance implements MaintenanceNotice {
    /** Characters of the text that people are shown. */
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
     * Begins it, or changes its text.
     *
     * @param text for people to read, as why, and until when; may be empty
     */
    @Writes(evenInMaintenance = true)
    public void begin(Viewer viewer, String text) {
        access.requireAdministrator(viewer);
        String words = text.strip().replaceAll("\\s+", " ");
        if (words.length() > MAX_TEXT) {
            throw new Refusal("maintenance.text.form", MAX_TEXT);
        }
        settings.set(NAME, words, viewer.displayName());
        switched.fire(new Switched("on", viewer.name(), words));
    }

    /** Ends it. Ending what isn't on does no harm. */
    @Writes(evenInMaintenance = true)
    public void end(Viewer viewer) {
        access.requireAdministrator(viewer);
        settings.remove(NAME);
        switched.fire(new Switched("off", viewer.name(), ""));
    }

    /** The maintenance that is on, with who began it or changed its text, and when. */
    public Optional<Setting> present() {
        return settings.find(NAME);
    }

    /** A database that can't be read is no maintenance. */
    @Override
    public Optional<String> current() {
        try {
            return present().map(Setting::getValue);
        } catch (PersistenceException e) {
            LOG.log(Level.FINE, "Whether maintenance is on can't be read", e);
            return Optional.empty();
        }
    }

    void write(@Observes(during = TransactionPhase.AFTER_SUCCESS) Switched event) {
        LOG.log(Level.INFO, "Maintenance switched {0} by {1}: {2}", new Object[] {
            event.how(), event.who(), event.words()
        });
    }

    /** For the log, when it is certain. */
    record Switched(String how, String who, String words) {}
}
