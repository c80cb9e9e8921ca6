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

/** The site as a whole, as this clone sees it. */
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
            new BackgroundValue<>(question -> executor.execute(question), () -> Optional.of(sessions.count()));
    private final BackgroundValue<Boolean> maintained =
            new BackgroundValue<>(question -> executor.execute(question), () -> Optional.of(isMaintained()));

    @Override
    public void register(Gauges gauges) {
        gauges.add("commonplace_members", "Clones in this one's grid, itself among them", members::count);
        gauges.add("commonplace_members_expected", "Clones that there should be", members::expected);
        gauges.add(
                "commonplace_sessions",
                "People's sessions in the whole cluster",
                () -> signedIn.get().<Number>map(count -> count).orElse(Double.NaN));
        String meaning = "Whether nothing can be saved, and why";
        gauges.flag("commonplace_read_only", meaning, () -> !servers.hasPrimary(), new Tag("reason", "primary-away"));
        gauges.flag("commonplace_read_only", meaning, servers::isDiskNearlyFull, new Tag("reason", "disk-full"));
        gauges.add(
                "commonplace_read_only",
                meaning,
                () -> maintained.get().<Number>map(on -> on ? 1 : 0).orElse(Double.NaN),
                new Tag("reason", "maintenance"));
    }

    private boolean isMaintained() {
        return mode.reason().filter(ReadOnlyMode.Reason.MAINTENANCE::equals).isPresent();
    }
}
