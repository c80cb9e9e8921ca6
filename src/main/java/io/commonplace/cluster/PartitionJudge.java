package io.commonplace.cluster;

import io.commonplace.cluster.Members.MemberInfo;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether the part of a split grid in which this clone is will be given up when the grid is whole again. The other part is
 * known by its heartbeat in the database, which both reach. It is given up as the grid does it: the part with fewer
 * clones, and of two equal ones that whose oldest clone has the higher address. Three parts are judged as if all others
 * were one: the balancer sends people to whoever is there when all are out.
 */
final class PartitionJudge {
    /** By then a clone that is gone beats no more ({@code database.Heartbeat} forgets it after four seconds). */
    static final Duration PATIENCE = Duration.ofSeconds(5);

    /** The members when the grid was last seen whole, the oldest one first. */
    private List<MemberInfo> whole = List.of();

    private boolean smaller;
    private long since;

    /**
     * Looks at the grid, once a second.
     *
     * @param members of this part, the oldest one first
     * @param beating the members that beat in the database; empty when it can't be asked
     * @param now in the time of {@link System#nanoTime}
     */
    synchronized void see(List<MemberInfo> members, Optional<Set<String>> beating, long now) {
        boolean is =
                beating.map(all -> isSmaller(members, others(members, all))).orElse(members.size() * 2 < whole.size());
        if (is && !smaller) {
            since = now;
        }
        smaller = is;
        if (beating.isPresent() ? others(members, beating.get()).isEmpty() : members.size() >= whole.size()) {
            whole = List.copyOf(members);
        }
    }

    synchronized boolean isGivenUp(long now) {
        return smaller && now - since >= PATIENCE.toNanos();
    }

    /** Whether it may be given up: as long as it isn't known that the others are gone. */
    synchronized boolean mayBeGivenUp() {
        return smaller;
    }

    private boolean isSmaller(List<MemberInfo> members, Set<String> others) {
        return others.size() > members.size()
                || !others.isEmpty() && others.size() == members.size() && isHigher(members.get(0), others);
    }

    /** Compared as text, as Hazelcast does it where it decides which part merges (ClusterServiceImpl). */
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

    private static Set<String> others(List<MemberInfo> members, Set<String> beating) {
        Set<String> others = new HashSet<>(beating);
        members.forEach(member -> others.remove(member.id()));
        return others;
    }
}
