package io.commonplace.operations;

import io.commonplace.cache.CacheMetrics;
import io.commonplace.cache.Caches;
import io.commonplace.cluster.CloneStatusMap;
import io.commonplace.cluster.Members;
import io.commonplace.database.DatabaseServer;
import io.commonplace.database.ReadRouter;
import io.commonplace.database.Servers;
import io.commonplace.jobs.QueueMetrics;
import io.commonplace.jobs.Queues;
import io.commonplace.people.Sessions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Collects the state of the cluster's parts. All are queried at once, and one that doesn't answer in time is left out, so
 * that the page can be shown when something is wrong.
 */
@ApplicationScoped
public class ClusterState {
    @Inject
    private TimeLimitedCalls timeLimitedCalls;

    @Inject
    private Grid grid;

    @Inject
    private Servers databases;

    @Inject
    private Queues queues;

    @Inject
    private ReadRouter router;

    public Snapshot now() {
        var clones = timeLimitedCalls.start(grid::facts);
        var sessions = timeLimitedCalls.start(grid::sessions);
        var depths = timeLimitedCalls.start(queues::metrics);
        return new Snapshot(
                grid.members(),
                timeLimitedCalls.result(clones).orElse(Map.of()),
                timeLimitedCalls.result(sessions),
                databases.answering(),
                timeLimitedCalls.result(depths).flatMap(metrics -> metrics),
                grid.caches(),
                router.replicaReads(),
                router.primaryReads());
    }

    /** The queries to the grid. */
    @ApplicationScoped
    static class Grid {
        @Inject
        private Members members;

        @Inject
        private CloneStatusMap cloneStatusMap;

        @Inject
        private Sessions sessions;

        @Inject
        private Caches caches;

        List<Members.MemberInfo> members() {
            return members.all();
        }

        Map<String, Map<String, String>> facts() {
            return cloneStatusMap.all();
        }

        int sessions() {
            return sessions.count();
        }

        List<CacheMetrics> caches() {
            return caches.metrics();
        }
    }

    /**
     * The collected state. An empty value means that the part was not reachable.
     *
     * @param facts what clones have reported, by their member identifiers
     * @param databases the servers that answer
     * @param replicaReads by this clone since its start, like the following values
     */
    public record Snapshot(
            List<Members.MemberInfo> members,
            Map<String, Map<String, String>> facts,
            Optional<Integer> sessions,
            List<DatabaseServer> databases,
            Optional<List<QueueMetrics>> queues,
            List<CacheMetrics> caches,
            long replicaReads,
            long primaryReads) {}
}
