package io.commonplace.database;

import org.jspecify.annotations.Nullable;

/**
 * How one kind of database server speaks of replication: its positions, which travel as strings in sessions, cookies,
 * messages and caches, and the statements that ask for them.
 */
public interface Positions {
    /** What a server has committed or applied: a statement with one string. */
    String now();

    /** What a primary has committed, as short as it can be said to servers that replicate from it: a statement with one string. */
    String written();

    /** Waits for a position: a native query whose parameters are the position and the seconds to wait; 1 when it is reached. */
    String await();

    /** Whether commits wait for a replica: a statement with one number, 0 or 1. */
    String semiSynchronous();

    /** The later of two positions, or one that contains both. */
    String later(String one, String other);

    /** Whether a server at {@code reached} has everything up to {@code needed}. */
    boolean contains(String reached, String needed);

    /** Whether a string that nobody vouches for has the form of a position. */
    boolean isPosition(String text);

    /** @param version what a server answers to {@code select @@version} */
    static Positions ofServer(String version) {
        return version.contains("MariaDB") ? MariaDbPositions.INSTANCE : MySqlPositions.INSTANCE;
    }

    /** Whether a string that nobody vouches for has the form of any server's position. */
    static boolean isAny(String text) {
        return MariaDbPositions.INSTANCE.isPosition(text) || MySqlPositions.INSTANCE.isPosition(text);
    }

    /** A position that contains both; null and the empty string are before all others. */
    static @Nullable String latest(@Nullable String one, @Nullable String other) {
        if (one == null || one.isEmpty()) {
            return other;
        }
        if (other == null || other.isEmpty() || one.equals(other)) {
            return one;
        }
        Positions kind = of(one);
        // Another kind of server has taken over: what was said of the old one means nothing to it.
        return of(other) == kind ? kind.later(one, other) : other;
    }

    /** Whether a server at {@code reached} has everything up to {@code needed}; a position of another kind of server is not reached. */
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
