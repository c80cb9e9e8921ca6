package io.commonplace.database;

import java.util.Optional;

/** Says whether somebody has asked that nothing be changed for a while. Whoever knows the site's settings implements it. */
public interface MaintenanceNotice {
    /** What people are to be told, perhaps nothing but that it is so; empty when no maintenance is on. */
    Optional<String> current();
}
