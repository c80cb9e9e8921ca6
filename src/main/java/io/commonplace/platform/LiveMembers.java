package io.commonplace.platform;

import java.util.Optional;
import java.util.Set;

/** The clones that write a heartbeat to the database. It also knows those that a split grid doesn't show. */
public interface LiveMembers {
    /**
     * The members with a current heartbeat, this one included. The list is at most some seconds old; empty if the primary
     * does not answer.
     */
    Optional<Set<String>> alive();

    /** Empty if this clone's own heartbeat is so old that other clones may take it for gone, now or in a moment. */
    Optional<Presence> presence();

    /**
     * @param members the members with a current heartbeat, this one included
     * @param listedSince from this time on, every list of members that a clone may still use contains this clone, in the
     *     time of {@link System#nanoTime}. Before, it may have been paused and taken for gone
     */
    record Presence(Set<String> members, long listedSince) {
        public Presence {
            members = Set.copyOf(members);
        }
    }

    /** The primary has not stored this clone's heartbeat for long: other clones may take it for gone. */
    final class NoHeartbeat extends IllegalStateException {
        private static final long serialVersionUID = 1L;

        public NoHeartbeat() {
            super("The primary does not store this clone's heartbeat");
        }
    }
}
