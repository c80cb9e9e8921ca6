package io.commonplace.admin;

import io.commonplace.cluster.Isolation;
import io.commonplace.cluster.Members;
import io.commonplace.database.Readable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Whether people may be sent to this clone. The balancer asks every second; a clone that is not ready gets nobody. */
@Readiness
@ApplicationScoped
public class Ready implements HealthCheck {
    @Inject
    private Startup startup;

    @Inject
    private Members members;

    @Inject
    private Isolation isolation;

    @Inject
    private Readable database;

    @Override
    public HealthCheckResponse call() {
        boolean started = startup.isDone();
        boolean grid = members.isRunning() && members.count() > 0;
        boolean isolated = grid && isolation.isSuspected();
        boolean readable = started && database.now();
        return HealthCheckResponse.named("ready")
                .withData("started", started)
                .withData("grid", grid)
                .withData("isolated", isolated)
                .withData("database", readable)
                .withData("members", grid ? members.count() : 0)
                .withData("expected", members.expected())
                .status(started && grid && !isolated && readable)
                .build();
    }
}
