package io.commonplace.admin.web;

import io.commonplace.cluster.Members;
import io.commonplace.operations.CloneFacts;
import io.commonplace.operations.ClusterState;
import io.commonplace.platform.Messages;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row of the cluster page.
 *
 * @param started null if the clone has reported nothing
 * @param readsFiles whether it reads the text inside files; empty if its version doesn't report that
 */
public record CloneSummary(
        String name,
        String address,
        boolean self,
        boolean ready,
        boolean draining,
        @Nullable Instant started,
        String memory,
        String version,
        IndexSummary index,
        String readsFiles,
        List<SearchDurations> durations) {
    /** All clones, sorted by name. Members that are consoles are left out. */
    static List<CloneSummary> all(ClusterState.Snapshot state) {
        return state.members().stream()
                .filter(member -> !member.console())
                .map(member -> of(member, state.facts().get(member.id())))
                .sorted(Comparator.comparing(CloneSummary::name))
                .toList();
    }

    private static CloneSummary of(Members.MemberInfo member, @Nullable Map<String, String> facts) {
        if (facts == null) {
            return new CloneSummary(
                    member.address(),
                    member.address(),
                    member.self(),
                    false,
                    false,
                    null,
                    "",
                    "",
                    IndexSummary.NONE,
                    "",
                    List.of());
        }
        return new CloneSummary(
                facts.getOrDefault(CloneFacts.NAME, member.address()),
                member.address(),
                member.self(),
                Boolean.parseBoolean(facts.get(CloneFacts.READY)),
                Boolean.parseBoolean(facts.get(CloneFacts.DRAINING)),
                Instant.ofEpochMilli(Long.parseLong(facts.getOrDefault(CloneFacts.STARTED, "0"))),
                facts.getOrDefault(CloneFacts.MEMORY, ""),
                facts.getOrDefault(CloneFacts.VERSION, ""),
                IndexSummary.of(facts),
                facts.getOrDefault(CloneFacts.FILE_TEXT, ""),
                SearchDurations.of(facts));
    }

    /** Whether the text inside files is searched; empty if the clone's version doesn't report it. */
    public String fileText() {
        return readsFiles.isEmpty()
                ? ""
                : Messages.text(
                        Boolean.parseBoolean(readsFiles) ? "cluster.clone.fileText.on" : "cluster.clone.fileText.off");
    }

    /** Whether the load balancer sends people to it, by its own last report. */
    boolean isRouted() {
        return ready && !draining;
    }

    public String kind() {
        return draining ? "warning" : ready ? "good" : "bad";
    }

    public String words() {
        if (started == null) {
            return Messages.text("cluster.clone.state.unreachable");
        }
        if (draining) {
            return Messages.text("cluster.clone.state.draining");
        }
        return Messages.text(ready ? "cluster.clone.state.ready" : "cluster.clone.state.notReady");
    }
}
