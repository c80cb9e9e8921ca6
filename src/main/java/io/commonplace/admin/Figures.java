package io.commonplace.admin;

import io.commonplace.cluster.CacheFigures;
import io.commonplace.cluster.Caches;
import io.commonplace.database.CountStatements;
import io.commonplace.database.ReadRouter;
import io.commonplace.jobs.JobReports;
import io.commonplace.jobs.JobState;
import io.commonplace.jobs.QueueFigures;
import io.commonplace.jobs.Queues;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/** What a monitoring system reads at {@code /metrics}. What all clones share is asked for at most every ten seconds. */
@ApplicationScoped
public class Figures {
    @Inject
    private MetricRegistry registry;

    @Inject
    private Caches caches;

    @Inject
    private ReadRouter router;

    @Inject
    private Queues queues;

    @Inject
    private JobReports jobs;

    private final Remembered<Optional<List<QueueFigures>>> depths = new Remembered<>(() -> queues.figures());
    private final Remembered<Map<JobState, Long>> states = new Remembered<>(() -> jobs.countByState());

    void register(@Observes @Initialized(ApplicationScoped.class) Object event) {
        registry.gauge("commonplace_sql_statements", CountStatements::executed);
        registry.gauge("commonplace_reads", router::replicaReads, new Tag("from", "replica"));
        registry.gauge("commonplace_reads", router::primaryReads, new Tag("from", "primary"));
        for (CacheFigures region : caches.figures()) {
            Tag tag = new Tag("region", region.name());
            registry.gauge("commonplace_cache_hits", () -> cache(region.name(), CacheFigures::hits), tag);
            registry.gauge("commonplace_cache_misses", () -> cache(region.name(), CacheFigures::misses), tag);
            registry.gauge("commonplace_cache_entries", () -> cache(region.name(), CacheFigures::size), tag);
        }
        for (String queue : Queues.NAMES) {
            registry.gauge("commonplace_queue_waiting", () -> waiting(queue), new Tag("queue", queue));
        }
        for (JobState state : JobState.values()) {
            registry.gauge("commonplace_jobs", () -> count(state), new Tag("state", state.name()));
        }
    }

    private long cache(String name, ToLongFunction<CacheFigures> figure) {
        return caches.figures().stream()
                .filter(region -> region.name().equals(name))
                .mapToLong(figure)
                .sum();
    }

    /** -1 while the broker can't be asked. */
    private long waiting(String queue) {
        return depths.get()
                .map(all -> all.stream()
                        .filter(figures -> figures.name().equals(queue))
                        .mapToLong(QueueFigures::waiting)
                        .sum())
                .orElse(-1L);
    }

    private long count(JobState state) {
        return states.get().getOrDefault(state, 0L);
    }
}
