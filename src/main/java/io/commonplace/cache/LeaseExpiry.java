package io.commonplace.cache;

import io.commonplace.platform.LiveMembers.Presence;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How long clones may still believe what a change makes wrong, when they have not given their receipt for it. A clone
 * believes its caches for the term of a lease from the last sign on of each that it knows of: from the grid, or from the
 * heartbeats in the database. So whoever changes something is safe when its last sign to a clone is that long ago; unless
 * that clone has come to know nothing of it, as happens while it stands still. Therefore it must have beaten in the database
 * for so long that nobody goes by what was there before.
 *
 * @param term of a lease, with what passes between looking at it and using what was found
 * @param signs the last one to each member, in the time of {@link System#nanoTime}
 */
record LeaseExpiry(Duration term, Map<String, Long> signs) {
    /** A clone that isn't sure to be counted in waits for that; so long at a time. */
    static final Duration AGAIN = Duration.ofMillis(50);

    /** @return the nanoseconds until none of {@code missing} relies on anything; none or less if it is so already */
    long ofMembers(Set<String> missing, long now) {
        return signs.entrySet().stream()
                .filter(sign -> missing.contains(sign.getKey()))
                .mapToLong(sign -> sign.getValue() + term.toNanos() - now)
                .max()
                .orElse(0);
    }

    /**
     * The same for all clones that there may be, in this part of the grid or another.
     *
     * @param addressed members to whom the change was told
     * @param missing those of them that have given no receipt
     */
    long ofAll(Set<String> addressed, Set<String> missing, Optional<Presence> presence, long now) {
        if (presence.isEmpty()) {
            return AGAIN.toNanos();
        }
        Set<String> silent = new HashSet<>(signs.keySet());
        silent.addAll(presence.get().members());
        silent.removeAll(addressed);
        silent.addAll(missing);
        return silent.isEmpty()
                ? 0
                : Math.max(ofMembers(silent, now), presence.get().listedSince() + term.toNanos() - now);
    }
}
