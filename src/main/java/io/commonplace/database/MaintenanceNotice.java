package io.commonplace.database;

import java.util.Optional;

/** Reports whether an administrator has switched maintenance on. A higher package implements it, because settings are its own. */
public interface MaintenanceNotice {
    /** The administrator's notice, which may be an empty string; an empty optional if no maintenance is on. */
    Optional<String> current();
}
