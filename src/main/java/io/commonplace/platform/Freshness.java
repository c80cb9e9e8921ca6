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

    public static Freshness after(@Nullable String position) {
        return position == null ? ANY : new Freshness(position, false);
    }
}
