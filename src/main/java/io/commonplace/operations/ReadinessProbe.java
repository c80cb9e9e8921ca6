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
 * The readiness probe: whether the load balancer may send people to this clone. The balancer calls it twice a second. It
 * makes no calls itself, because a late answer counts as a failure.
 */
@Readiness
@ApplicationScoped
public class ReadinessProbe implements HealthCheck {
    /**
     * How long the databases may not answer. When a primary dies, all clones lose it at once, and draining one of them
     * would help nobody.
     */
    private static final Duration DATABASE_TIMEOUT = Duration.ofSeconds(10);

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
        boolean readable = databases.haveAnswered(DATABASE_TIMEOUT);
        return HealthCheckResponse.named("readiness")
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
