package io.commonplace.operations.metrics;

import io.commonplace.cluster.SplitBrainGuard;
import io.commonplace.operations.Startup;
import io.commonplace.operations.Versions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.metrics.Tag;

/** Metrics of this clone: its version and its state. */
@ApplicationScoped
class CloneGauges implements MetricSource {
    @Inject
    private Versions versions;

    @Inject
    private Startup startup;

    @Inject
    private SplitBrainGuard splitBrainGuard;

    @Override
    public void register(Gauges gauges) {
        gauges.add(
                "commonplace_build_info",
                "Version and commit; always 1",
                () -> 1,
                new Tag("version", versions.version()),
                new Tag("commit", versions.commit()));
        gauges.flag("commonplace_started", "Whether the schema is up to date", startup::isDone);
        gauges.flag(
                "commonplace_isolated",
                "Whether this clone may be cut off from the grid",
                splitBrainGuard::isSuspected);
    }
}
