package io.commonplace.database;

import io.commonplace.platform.Messages;
import io.commonplace.platform.OutcomeUnknown;
import io.commonplace.platform.Refusal;
import io.commonplace.platform.Unavailable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * Decides whether anything can be saved now. Nothing can be saved if no database server accepts writes, if their disk is
 * nearly full, or during maintenance. Reading goes on in all cases.
 */
@ApplicationScoped
public class ReadOnlyMode {
    @Inject
    private Servers servers;

    @Inject
    private Heartbeat heartbeat;

    @Inject
    private Instance<MaintenanceNotice> maintenance;

    /** Why nothing can be saved; empty in normal operation. It never waits for a database server. */
    public Optional<Reason> reason() {
        if (notice().isPresent()) {
            return Optional.of(Reason.MAINTENANCE);
        }
        if (!servers.hasPrimary()) {
            return Optional.of(Reason.NO_PRIMARY);
        }
        return servers.isDiskNearlyFull() ? Optional.of(Reason.DISK_FULL) : Optional.empty();
    }

    public boolean isOn() {
        return reason().isPresent();
    }

    /** The notice on every page; empty in normal operation. */
    public Optional<String> text() {
        return reason().map(reason -> switch (reason) {
            case MAINTENANCE -> maintenanceText();
            case NO_PRIMARY -> Messages.text("readOnly.primaryDown");
            case DISK_FULL -> Messages.text("readOnly.diskFull");
        });
    }

    /** @throws Unavailable if nothing can be saved now */
    public void requireWritable() {
        reason().ifPresent(reason -> {
            throw refusal(reason);
        });
    }

    /** The same for changes that are possible during maintenance. */
    void requireWritableEvenInMaintenance() {
        if (!servers.hasPrimary()) {
            throw refusal(Reason.NO_PRIMARY);
        }
    }

    /**
     * Translates a failure to save into a message for the person.
     *
     * @return {@link Unavailable} if nothing was saved because of the primary or of other transactions,
     *     {@link OutcomeUnknown} if the connection broke during the commit, another {@link Refusal} for a conflict, and
     *     otherwise the failure itself
     */
    public RuntimeException explained(RuntimeException failure) {
        Refusal refusal = WriteFailure.of(failure).refusal(acceptsWrites()).orElse(null);
        if (refusal == null) {
            return failure;
        }
        refusal.initCause(failure);
        return refusal;
    }

    /** Whether the primary commits writes: it has committed this clone's heartbeat within some seconds. */
    boolean acceptsWrites() {
        return servers.hasPrimary() && heartbeat.alive().isPresent();
    }

    private Unavailable refusal(Reason reason) {
        return switch (reason) {
            case MAINTENANCE -> new Unavailable("readOnly.refused.maintenance", notice().orElse(""));
            case NO_PRIMARY -> new Unavailable("readOnly.refused.primaryDown");
            case DISK_FULL -> new Unavailable("readOnly.refused.diskFull");
        };
    }

    private String maintenanceText() {
        String text = notice().orElse("");
        return text.isEmpty() ? Messages.text("readOnly.maintenance") : Messages.text("readOnly.maintenanceText", text);
    }

    private Optional<String> notice() {
        return maintenance.isUnsatisfied()
                ? Optional.empty()
                : maintenance.get().current();
    }

    /** Why nothing can be saved. */
    public enum Reason {
        /** No database server accepts writes. */
        NO_PRIMARY,
        /** The disk under the databases is nearly full. */
        DISK_FULL,
        /** An administrator has switched maintenance on. */
        MAINTENANCE
    }
}
