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

    /** This clone's name with its identifier in the grid, which is new after each start. */
    public String self() {
        return name + "@" + broadcast.localId();
    }

    /** This clone's name from the configuration. */
    public String selfName() {
        return name;
    }

    /** Whether a clone is running. A frozen one counts until the grid misses its heartbeat. @param worker from its {@link #self()} */
    public boolean isAlive(String worker) {
        return broadcast.activeMembers().contains(worker.substring(worker.lastIndexOf('@') + 1));
    }

    /**
     * Whether this clone has been a member for longest. The oldest one does the work that only one clone may do. Members
     * without the application don't count; a clone that doesn't know all others yet is never the oldest.
     */
    public boolean isOldest() {
        Set<String> active = broadcast.activeMembers();
        return broadcast.knowsAllMembers()
                && grid.getCluster().getMembers().stream()
                        .filter(member -> active.contains(member.getUuid().toString()))
                        .findFirst()
                        .filter(Member::localMember)
                        .isPresent();
    }

    /** The number of members that hold data; an administrator's console does not. */
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

    /** The number of clones in the configuration. */
    public int expected() {
        return expected;
    }

    /** The version of the grid's software. */
    public String version() {
        return grid.getCluster().getLocalMember().getVersion().toString();
    }

    /** Whether all entries on this clone have a copy on another one, if there is another one. */
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

    /** This clone's current identifier in the grid. It changes with each start and after a split is healed. */
    public String localId() {
        return grid.getCluster().getLocalMember().getUuid().toString();
    }

    /**
     * One member of the grid.
     *
     * @param id new after each start; the key of its status in the {@link CloneStatusMap}
     * @param address {@code host:port} in the grid
     * @param console whether it is an administrator's console, which holds no data
     * @param self whether it is this clone
     */
    public record MemberInfo(String id, String address, boolean console, boolean self) {}
}
