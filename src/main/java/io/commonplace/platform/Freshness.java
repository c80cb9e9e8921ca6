package io.commonplace.platform;

import org.jspecify.annotations.Nullable;

/**
 * How new what is read must be.
 *
 * @param position the replication position that it must contain, or null if any state will do
 * @param newest whether only the primary is believed, as long as there is one
 */
public record Freshness(@Nullable String position, boolean newest) {
    public static final Freshness ANY = new Freshness(null, false);
    public static final Freshness NEWEST = new Freshness(null, true);

    private static final ThreadLocal<Boolean> MISSED = ThreadLocal.withInitial(() -> false);

    /** Whether something that this thread has read was older than asked for, since it was last set. */
    public static boolean wasMissed() {
        return MISSED.get();
    }

    /** Said by whoever reads from a server that is behind, because an old page is better than none. */
    public static void missed(boolean missed) {
        MISSED.set(missed);
    }

    public static Freshness after(@Nullable String position) {
        return position == null ? ANY : new Freshness(position, false);
    }
}
