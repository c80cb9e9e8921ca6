package io.commonplace.admin.web;

import io.commonplace.operations.ClusterState;
import io.commonplace.operations.Versions;
import io.commonplace.people.Access;
import io.commonplace.people.web.CurrentUser;
import io.commonplace.search.SlowSearch;
import io.commonplace.search.SlowSearches;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The state of the cluster's parts, for administrators. */
@Named
@RequestScoped
public class ClusterPage {
    @Inject
    private ClusterState cluster;

    @Inject
    private Versions versions;

    @Inject
    private SlowSearches slowSearches;

    @Inject
    private Access access;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private ServletContext server;

    private ClusterState.@Nullable Snapshot state;
    private List<CloneSummary> clones = List.of();
    private List<SlowSearch> slow = List.of();

    public void load() {
        access.requireAdministrator(currentUser.viewer());
        ClusterState.Snapshot now = cluster.now();
        state = now;
        clones = CloneSummary.all(now);
        slow = slowSearches.slowest(currentUser.viewer());
    }

    public ClusterState.@Nullable Snapshot getState() {
        return state;
    }

    public List<CloneSummary> getClones() {
        return clones;
    }

    /** The slowest searches of this clone. */
    public List<SlowSearch> getSlow() {
        return slow;
    }

    /** The share of replica reads, in percent of all reads of this clone. */
    public long getReplicaShare() {
        ClusterState.Snapshot shown = state;
        long all = shown == null ? 0 : shown.replicaReads() + shown.primaryReads();
        return shown == null || all == 0 ? 0 : 100 * shown.replicaReads() / all;
    }

    public Versions getVersions() {
        return versions;
    }

    public String getServer() {
        return server.getServerInfo().replaceFirst("\\s*#.*", "");
    }
}
