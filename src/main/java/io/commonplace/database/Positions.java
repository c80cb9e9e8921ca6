package io.commonplace.database;

import org.jspecify.annotations.Nullable;

/**
 * The replication positions of one kind of database server, and the statements that read them. Positions are passed as
 * strings in sessions, cookies, messages and caches.
 */
public interface Positions {
    /** A statement for the name of the server's replication group; its result is one string, empty without a group. */
    String group();

    /** The same kind of positions, for a server of a group. @param name the result of {@link #group}; may be empty */
    Positions ofGroup(String name);

    /** A statement for the position that a server has committed or applied; its result is one string. */
    String now();

    /** A statement for the position that a primary has committed, in the shortest form its replicas understand; one string. */
    String written();

    /** A query that waits for a position. Its parameters are the position and the seconds to wait; its result is 1 if reached. */
    String await();

    /** A statement for whether the server is no primary and refuses writes; its result is 0 or 1. */
    String readOnly();

    /** A statement for whether commits wait for a replica; its result is 0 or 1. */
    String semiSynchronous();

    /** The later of two positions, or their union. */
    String later(String one, String other);

    /** Whether a server at {@code reached} has all transactions up to {@code needed}. */
    boolean contains(String reached, String needed);

    /** Whether an untrusted string has the form of a position. */
    boolean isPosition(String text);

    /** @param version the result of {@code select @@version} */
    static Positions ofServer(String version) {
        return version.contains("MariaDB") ? MariaDbPositions.INSTANCE : MySqlPositions.INSTANCE;
    }

    /** Whether an untrusted string has the form of a position of any kind of server. */
    static boolean isAny(String text) {
        return MariaDbPositions.INSTANCE.isPosition(text) || MySqlPositions.INSTANCE.isPosition(text);
    }

    /** A position that contains both. Null and the empty string come before all others. */
    static @Nullable String latest(@Nullable String one, @Nullable String other) {
        if (one == null || one.isEmpty()) {
            return other;
        }
        if (other == null || other.isEmpty() || one.equals(other)) {
            return one;
        }
        Positions kind = of(one);
        // Another kind of server has taken over, and can't interpret positions of the old one.
        return of(other) == kind ? kind.later(one, other) : other;
    }

    /** Whether a server at {@code reached} has all transactions up to {@code needed}; false for another kind of server. */
    static boolean has(String reached, @Nullable String needed) {
        if (needed == null || needed.isEmpty()) {
            return true;
        }
        Positions kind = of(needed);
        return !reached.isEmpty() && of(reached) == kind && kind.contains(reached, needed);
    }

    private static Positions of(String position) {
        return position.indexOf(':') >= 0 ? MySqlPositions.INSTANCE : MariaDbPositions.INSTANCE;
    }
}
