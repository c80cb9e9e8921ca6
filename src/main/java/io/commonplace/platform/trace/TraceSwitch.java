package io.commonplace.platform.trace;

import io.opentelemetry.api.trace.Tracer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Switches tracing on when the application starts, if the runtime is configured to send traces (payara-config/clone). */
@ApplicationScoped
class TraceSwitch {
    @Inject
    private Instance<Tracer> tracer;

    @Inject
    @ConfigProperty(name = "otel.sdk.disabled", defaultValue = "true")
    private boolean disabled;

    void begin(@Observes @Initialized(ApplicationScoped.class) Object event) {
        if (!disabled) {
            Traces.begin(tracer.get());
        }
    }
}
