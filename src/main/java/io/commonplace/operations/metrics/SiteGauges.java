package io.commonplace.operations.metrics;

import io.commonplace.cluster.Members;
import io.commonplace.database.ReadOnlyMode;
import io.commonplace.database.Servers;
import io.commonplace.people.Sessions;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.metrics.Tag;

/** Metrics of the whole site, as seen by this clone. */
@ApplicationScoped
class SiteGauges implements MetricSource {
    @Inject
    private Members members;

    @Inject
    private Sessions sessions;

    @Inject
    private Servers servers;

    @Inject
    private ReadOnlyMode mode;

    @Resource
    private ManagedExecutorService executor;

    private final BackgroundValue<Integer> signedIn =
            new BackgroundValue<>(task -> executor.execute(task), () -> Optional.of(sessions.count()));
    private final BackgroundValue<Boolean> maintenance =
            new BackgroundValue<>(task -> executor.execute(task), () -> Optional.of(isInMaintenance()));

    @Override
    public void register(Gauges gauges) {
        gauges.add("commonplace_members", "Members of the grid, this clone included", members::count);
        gauges.add("commonplace_members_expected", "Expected members of the grid", members::expected);
        gauges.add(
                "commonplace_sessions",
                "Sessions in the whole cluster",
                () -> signedIn.get().<Number>map(count -> count).orElse(Double.NaN));
        String meaning = "Whether the site is read-only, by reason";
        gauges.flag("commonplace_read_only", meaning, () -> !servers.hasPrimary(), new Tag("reason", "no-primary"));
        gauges.flag("commonplace_read_only", meaning, servers::isDiskNearlyFull, new Tag("reason", "disk-full"));
        gauges.add(
                "commonplace_read_only",
                meaning,
                () -> maintenance.get().<Number>map(on -> on ? 1 : 0).orElse(Double.NaN),
                new Tag("reason", "maintenance"));
    }

    private boolean isInMaintenance() {
        return mode.reason().filter(ReadOnlyMode.Reason.MAINTENANCE::equals).isPresent();
    }
}
