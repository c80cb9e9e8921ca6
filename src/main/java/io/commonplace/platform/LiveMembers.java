package io.commonplace.platform;

import java.util.Optional;
import java.util.Set;

/** The clones that beat in the database: it knows of those, too, that a split grid doesn't show. */
public interface LiveMembers {
    /** The members of the grid that have beaten lately, this one included, as the primary knew it a moment ago; empty if it can't be asked. */
    Optional<Set<String>> alive();

    /** Empty if this clone's own beat is so old that others may have forgotten it, or will have in a moment. */
    Optional<Presence> presence();

    /**
     * @param members those that have beaten lately, this one included
     * @param named since when all that is believed of the database names this clone, in the time of {@link System#nanoTime}:
     *     it may have stood still before, and been forgotten
     */
    record Presence(Set<String> members, long named) {
        public Presence {
            members = Set.copyOf(members);
        }
    }

    /** The primary has not taken this clone's heartbeat for long: it can't be sure that the others count it in. */
    final class NotCounted extends IllegalStateException {
        private static final long serialVersionUID = 1L;

        public NotCounted() {
            super("The primary does not take this clone's heartbeat");
        }
    }
}
