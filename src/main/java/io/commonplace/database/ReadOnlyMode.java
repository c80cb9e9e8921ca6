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
 * The one place that decides whether anything can be saved now. It can't be when no database server takes writes, when
 * their disk is nearly full, and when an administrator has said so; reading goes on in all cases.
 */
@ApplicationScoped
public class ReadOnlyMode {
    @Inject
    private Servers servers;

    @Inject
    private Heartbeat heartbeat;

    @Inject
    private Instance<MaintenanceNotice> maintenance;

    /** Why nothing can be saved; empty when all is as usual. It never waits for a server that is away. */
    public Optional<Reason> reason() {
        if (notice().isPresent()) {
            return Optional.of(Reason.MAINTENANCE);
        }
        if (!servers.hasPrimary()) {
            return Optional.of(Reason.PRIMARY_AWAY);
        }
        return servers.isDiskNearlyFull() ? Optional.of(Reason.DISK_FULL) : Optional.empty();
    }

    public boolean isOn() {
        return reason().isPresent();
    }

    /** What every page says about it; empty when all is as usual. */
    public Optional<String> text() {
        return reason().map(reason -> switch (reason) {
            case MAINTENANCE -> maintenanceText();
            case PRIMARY_AWAY -> Messages.text("readOnly.primaryDown");
            case DISK_FULL -> Messages.text("readOnly.diskFull");
        });
    }

    /** @throws Unavailable if nothing can be saved at the moment */
    public void requireWritable() {
        reason().ifPresent(reason -> {
            throw refusal(reason);
        });
    }

    /** The same for what ends a maintenance, or must be possible during one. */
    void requireWritableEvenInMaintenance() {
        if (!servers.hasPrimary()) {
            throw refusal(Reason.PRIMARY_AWAY);
        }
    }

    /**
     * What a failure means for those who wanted to save something.
     *
     * @return {@link Unavailable} if the primary went away or others were in the way, and nothing was saved, {@link OutcomeUnknown} if it went away during
     *     the commit, and else the failure itself
     */
    public RuntimeException explained(RuntimeException failure) {
        Refusal refusal = WriteFailure.how(failure).refusal(takesChanges()).orElse(null);
        if (refusal == null) {
            return failure;
        }
        refusal.initCause(failure);
        return refusal;
    }

    /** Whether the primary has committed something lately: this clone's heartbeat, a moment ago. */
    boolean takesChanges() {
        return servers.hasPrimary() && heartbeat.alive().isPresent();
    }

    private Unavailable refusal(Reason reason) {
        return switch (reason) {
            case MAINTENANCE -> new Unavailable("readOnly.refused.maintenance", notice().orElse(""));
            case PRIMARY_AWAY -> new Unavailable("readOnly.refused.primaryDown");
            case DISK_FULL -> new Unavailable("readOnly.refused.diskFull");
        };
    }

    private String maintenanceText() {
        String words = notice().orElse("");
        return words.isEmpty()
                ? Messages.text("readOnly.maintenance")
                : Messages.text("readOnly.maintenanceText", words);
    }

    private Optional<String> notice() {
        return maintenance.isUnsatisfied()
                ? Optional.empty()
                : maintenance.get().current();
    }

    /** Why nothing can be saved. */
    public enum Reason {
        /** No database server takes writes. */
        PRIMARY_AWAY,
        /** The disk under the databases is nearly full. */
        DISK_FULL,
        /** An administrator wants it so. */
        MAINTENANCE
    }
}
