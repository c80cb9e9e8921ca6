package io.commonplace.cache;

import io.commonplace.platform.LiveMembers.Presence;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How long clones that have not acknowledged a change may still use their caches. A clone needs a grant from every clone that
 * it knows, from the grid or from the heartbeats in the database, and a grant is valid for one term. So a change is safe one
 * term after this clone's last grants. The exception is a clone that no longer knows this one, for example because this one
 * was paused. Therefore this clone must also have had a heartbeat for so long that all lists of members in use contain it.
 *
 * @param term of a lease, with the time between checking it and using a cached value
 * @param grants the time of the last grant to each member, in the time of {@link System#nanoTime}
 */
record LeaseExpiry(Duration term, Map<String, Long> grants) {
    /** The pause before a clone without a current heartbeat checks again. */
    static final Duration CHECK_INTERVAL = Duration.ofMillis(50);

    /** @return nanoseconds until the leases of all {@code missing} members have expired; 0 or less if they have */
    long ofMembers(Set<String> missing, long now) {
        return grants.entrySet().stream()
                .filter(grant -> missing.contains(grant.getKey()))
                .mapToLong(grant -> grant.getValue() + term.toNanos() - now)
                .max()
                .orElse(0);
    }

    /**
     * The same for all clones, on this side of the grid or another.
     *
     * @param addressed the members to which the change was announced
     * @param missing those of them that have not acknowledged it
     * @param presence this clone's heartbeat; empty if other clones may take this one for gone
     */
    long ofAll(Set<String> addressed, Set<String> missing, Optional<Presence> presence, long now) {
        if (presence.isEmpty()) {
            return CHECK_INTERVAL.toNanos();
        }
        Set<String> unacknowledged = new HashSet<>(grants.keySet());
        unacknowledged.addAll(presence.get().members());
        unacknowledged.removeAll(addressed);
        unacknowledged.addAll(missing);
        return unacknowledged.isEmpty()
                ? 0
                : Math.max(ofMembers(unacknowledged, now), presence.get().listedSince() + term.toNanos() - now);
    }
}
