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
 * What the parts of the cluster say of themselves. All are asked at once, and one that doesn't answer in time is
 * missing, so that the page can be shown just when something is wrong.
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
        var clones = timeLimitedCalls.ask(grid::facts);
        var sessions = timeLimitedCalls.ask(grid::sessions);
        var depths = timeLimitedCalls.ask(queues::figures);
        return new Snapshot(
                grid.members(),
                timeLimitedCalls.answer(clones).orElse(Map.of()),
                timeLimitedCalls.answer(sessions),
                databases.answering(),
                timeLimitedCalls.answer(depths).flatMap(figures -> figures),
                grid.caches(),
                router.replicaReads(),
                router.primaryReads());
    }

    /** The grid's part. */
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
     * What was found; what is empty was not reachable.
     *
     * @param facts what clones have told, by their identifiers as members
     * @param databases those that answer
     * @param replicaReads of this clone since it started, as all that follows
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
