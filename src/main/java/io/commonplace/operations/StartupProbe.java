package io.commonplace.operations;

import io.commonplace.cluster.Members;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * The startup probe: the clone has joined the grid and all its data has a backup. After that, a roll-out may stop another
 * clone.
 */
@org.eclipse.microprofile.health.Startup
@ApplicationScoped
public class StartupProbe implements HealthCheck {
    @Inject
    private Startup startup;

    @Inject
    private Members members;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("startup")
                .status(startup.isDone() && members.isRunning() && members.isCopied())
                .build();
    }
}
