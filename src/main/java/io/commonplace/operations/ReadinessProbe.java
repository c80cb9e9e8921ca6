package io.commonplace.operations;

import io.commonplace.cluster.Members;
import io.commonplace.cluster.SplitBrainGuard;
import io.commonplace.database.Servers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Whether people may be sent to this clone. The balancer asks every second; a clone that is not ready
 * gets nobody. It asks nobody itself: an answer that comes late counts as none.
 */
@Readiness
@ApplicationScoped
public class ReadinessProbe implements HealthCheck {
    /** All clones lose the databases at once when a primary dies; no clone is the better one then. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Inject
    private Members members;

    @Inject
    private SplitBrainGuard splitBrainGuard;

    @Inject
    private Servers databases;

    @Inject
    private CloneFacts clone;

    @Override
    public HealthCheckResponse call() {
        boolean started = clone.isStarted();
        boolean draining = clone.isDraining();
        boolean grid = members.isRunning() && members.count() > 0;
        boolean isolated = grid && splitBrainGuard.isSuspected();
        boolean readable = databases.haveAnswered(PATIENCE);
        return HealthCheckResponse.named("ready")
                .withData("version", clone.version())
                .withData("started", started)
                .withData("draining", draining)
                .withData("grid", grid)
                .withData("isolated", isolated)
                .withData("database", readable)
                .withData("members", grid ? members.count() : 0)
                .withData("expected", members.expected())
                .status(started && !draining && grid && !isolated && readable)
                .build();
    }
}
