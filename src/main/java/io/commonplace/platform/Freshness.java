package io.commonplace.platform;

import org.jspecify.annotations.Nullable;

/**
 * How fresh the state must be that a query reads.
 *
 * @param position the replication position that the server must have reached; null if any state will do
 * @param newest whether to read from the primary, as long as there is one
 */
public record Freshness(@Nullable String position, boolean newest) {
    public static final Freshness ANY = new Freshness(null, false);
    public static final Freshness NEWEST = new Freshness(null, true);

    private static final ThreadLocal<Boolean> MISSED = ThreadLocal.withInitial(() -> false);

    /** Whether this thread has read an older state than it required, since {@link #missed} was last called with false. */
    public static boolean wasMissed() {
        return MISSED.get();
    }

    /** Records that a read was answered by a server that is behind, because an old page is better than none. */
    public static void missed(boolean missed) {
        MISSED.set(missed);
    }

    public static Freshness after(@Nullable String position) {
        return position == null ? ANY : new Freshness(position, false);
    }
}
