package io.commonplace.operations.metrics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import org.eclipse.microprofile.metrics.MetricRegistry;

/** Registers all metrics when the application starts. */
@ApplicationScoped
public class MetricsRegistration {
    @Inject
    private MetricRegistry registry;

    @Inject
    @Any
    private Instance<MetricSource> sources;

    void register(@Observes @Initialized(ApplicationScoped.class) Object event) {
        Gauges gauges = new Gauges(registry);
        sources.forEach(source -> source.register(gauges));
    }
}
