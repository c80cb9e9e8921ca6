package io.commonplace.operations.metrics;

import io.commonplace.database.DatabaseServer;
import io.commonplace.database.PoolMetrics;
import io.commonplace.database.ReadRouter;
import io.commonplace.database.Servers;
import io.commonplace.database.StatementCounter;
import io.commonplace.database.WritePool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.microprofile.metrics.Tag;

/** Metrics of the databases, as seen by this clone, and of its connection pools. */
@ApplicationScoped
class DatabaseGauges implements MetricSource {
    @Inject
    private Servers servers;

    @Inject
    private ReadRouter router;

    @Inject
    private WritePool writing;

    /** Names that have answered at least once. Most configured names are unused, which is not a failure. */
    private final Set<String> everSeen = ConcurrentHashMap.newKeySet();

    @Override
    public void register(Gauges gauges) {
        gauges.add("commonplace_sql_statements_total", "Statements sent", StatementCounter::executed);
        gauges.add("commonplace_sql_slow_total", "Slow statements", StatementCounter::slow);
        String reads = "Reads outside transactions";
        gauges.add("commonplace_reads_total", reads, router::replicaReads, new Tag("from", "replica"));
        gauges.add("commonplace_reads_total", reads, router::primaryReads, new Tag("from", "primary"));
        gauges.add("commonplace_replicas_healthy", "Replicas that serve reads", servers::healthyReplicas);
        servers.names().forEach(name -> server(gauges, name));
        pool(gauges, "rw", writing::metrics);
        servers.names().forEach(name -> pool(gauges, "read-" + name, () -> Optional.of(servers.readPool(name))));
    }

    private void server(Gauges gauges, String name) {
        Tag tag = new Tag("server", name);
        gauges.add("commonplace_database_up", "Whether it answers; no number if it never did", () -> up(name), tag);
        gauges.add(
                "commonplace_database_primary",
                "Whether it accepts writes",
                of(name, server -> server.readOnly() ? 0 : 1),
                tag);
        gauges.add(
                "commonplace_database_lag_seconds",
                "Age of its newest heartbeat",
                of(name, server -> server.lag().toMillis() / 1000.0),
                tag);
    }

    private static void pool(Gauges gauges, String name, Supplier<Optional<PoolMetrics>> pool) {
        String meaning = "Connections, and threads that wait for one";
        gauges.add("commonplace_connections", meaning, in(pool, PoolMetrics::active), tags(name, "active"));
        gauges.add("commonplace_connections", meaning, in(pool, PoolMetrics::idle), tags(name, "idle"));
        gauges.add("commonplace_connections", meaning, in(pool, PoolMetrics::waiting), tags(name, "waiting"));
        gauges.add(
                "commonplace_connections_max",
                "Connections allowed",
                in(pool, PoolMetrics::max),
                new Tag("pool", name));
    }

    private static Tag[] tags(String pool, String state) {
        return new Tag[] {new Tag("pool", pool), new Tag("state", state)};
    }

    private double up(String name) {
        if (seen(name).isPresent()) {
            everSeen.add(name);
            return 1;
        }
        return everSeen.contains(name) ? 0 : Double.NaN;
    }

    private Supplier<Number> of(String name, Function<DatabaseServer, Number> value) {
        return () -> seen(name).map(value).orElse(Double.NaN);
    }

    private static Supplier<Number> in(Supplier<Optional<PoolMetrics>> pool, Function<PoolMetrics, Number> value) {
        return () -> pool.get().map(value).orElse(Double.NaN);
    }

    private Optional<DatabaseServer> seen(String name) {
        return servers.answering().stream()
                .filter(server -> server.name().equals(name))
                .findFirst();
    }
}
