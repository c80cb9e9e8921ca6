package io.commonplace.cluster;

import io.commonplace.cluster.Members.MemberInfo;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Decides whether this clone is on the losing side of a split grid, whose data the grid drops when the split is healed. The
 * other side is known by its heartbeats in the database, which both sides reach. The rule is the grid's own: the side with
 * fewer clones loses and, of two equal sides, the one whose oldest clone has the higher address. With three sides, the
 * others count as one. If all sides count as losing, the balancer uses them nevertheless.
 */
final class PartitionJudge {
    /** Longer than {@code database.Heartbeat} lists a clone that has gone, which is four seconds. */
    static final Duration GRACE_PERIOD = Duration.ofSeconds(5);

    /** The members of the whole grid before the split, the oldest one first. */
    private List<MemberInfo> whole = List.of();

    private boolean smaller;
    private long since;

    /**
     * Updates the decision; called once a second.
     *
     * @param members the members on this side, the oldest one first
     * @param alive the members with a heartbeat in the database; empty if it does not answer
     * @param now in the time of {@link System#nanoTime}
     */
    synchronized void update(List<MemberInfo> members, Optional<Set<String>> alive, long now) {
        boolean is =
                alive.map(all -> isSmaller(members, others(members, all))).orElse(members.size() * 2 < whole.size());
        if (is && !smaller) {
            since = now;
        }
        smaller = is;
        if (alive.isPresent() ? others(members, alive.get()).isEmpty() : members.size() >= whole.size()) {
            whole = List.copyOf(members);
        }
    }

    /** Whether this side loses. */
    synchronized boolean isLosing(long now) {
        return smaller && now - since >= GRACE_PERIOD.toNanos();
    }

    /** Whether this side loses unless the others are gone, which is not known yet. */
    synchronized boolean mayBeLosing() {
        return smaller;
    }

    private boolean isSmaller(List<MemberInfo> members, Set<String> others) {
        return others.size() > members.size()
                || !others.isEmpty() && others.size() == members.size() && isHigher(members.get(0), others);
    }

    /** Compares the addresses as text, like Hazelcast when it decides which side merges (ClusterServiceImpl). */
    private boolean isHigher(MemberInfo oldest, Set<String> others) {
        return whole.stream()
                .filter(member -> others.contains(member.id()))
                .findFirst()
                .map(other -> text(oldest).compareTo(text(other)) > 0)
                .orElse(true);
    }

    private static String text(MemberInfo member) {
        return "[" + member.address().replace(":", "]:");
    }

    private static Set<String> others(List<MemberInfo> members, Set<String> alive) {
        Set<String> others = new HashSet<>(alive);
        members.forEach(member -> others.remove(member.id()));
        return others;
    }
}
