package io.commonplace.cluster;

import com.hazelcast.cluster.Member;
import com.hazelcast.core.HazelcastInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The clones that form the grid. */
@ApplicationScoped
public class Members {
    @Inject
    private HazelcastInstance grid;

    @Inject
    private Broadcast broadcast;

    @Inject
    @ConfigProperty(name = "commonplace.clone", defaultValue = "clone")
    private String name;

    @Inject
    @ConfigProperty(name = "commonplace.cluster.size", defaultValue = "1")
    private int expected;

    /** This clone's own identifier: it is a new one after each start. */
    public String self() {
        return name + "@" + broadcast.localId();
    }

    /** This clone's name, as the operator gave it. */
    public String selfName() {
        return name;
    }

    /** Whether the worker that {@link #self()} named is at work now; a frozen one is, until its heartbeat is missed. */
    public boolean isAlive(String worker) {
        return broadcast.heard().contains(worker.substring(worker.lastIndexOf('@') + 1));
    }

    /**
     * Whether this clone is a member for longer than any other: the one that does what only one is to do. A member on
     * which the application was undeployed does nothing, and neither does a clone that doesn't know the others yet.
     */
    public boolean isOldest() {
        Set<String> working = broadcast.heard();
        return broadcast.hasHeardAll()
                && grid.getCluster().getMembers().stream()
                        .filter(member -> working.contains(member.getUuid().toString()))
                        .findFirst()
                        .filter(Member::localMember)
                        .isPresent();
    }

    /** How many members hold data; an administrator's console is none of them. */
    public int count() {
        return byAge().size();
    }

    /** The members that hold data, the oldest one first. */
    List<MemberInfo> byAge() {
        return grid.getCluster().getMembers().stream()
                .filter(member -> !member.isLiteMember())
                .map(Members::info)
                .toList();
    }

    /** How many clones the operator says there are. */
    public int expected() {
        return expected;
    }

    /** Of the grid's software. */
    public String version() {
        return grid.getCluster().getLocalMember().getVersion().toString();
    }

    /** Whether what this clone keeps of the grid is copied on another one, as far as there is one. */
    public boolean isCopied() {
        return grid.getPartitionService().isLocalMemberSafe();
    }

    public boolean isRunning() {
        return grid.getLifecycleService().isRunning();
    }

    public List<MemberInfo> all() {
        return grid.getCluster().getMembers().stream()
                .map(Members::info)
                .sorted(Comparator.comparing(MemberInfo::address))
                .toList();
    }

    private static MemberInfo info(Member member) {
        return new MemberInfo(
                member.getUuid().toString(),
                member.getAddress().getHost() + ":" + member.getAddress().getPort(),
                member.isLiteMember(),
                member.localMember());
    }

    /** This clone's present identifier in the grid: it is another one after each start, and after a split was healed. */
    public String localId() {
        return grid.getCluster().getLocalMember().getUuid().toString();
    }

    /**
     * One member of the grid.
     *
     * @param id another one after each start; the key of what it tells on the {@link CloneStatusMap}
     * @param address in the grid
     */
    public record MemberInfo(String id, String address, boolean console, boolean self) {}
}
