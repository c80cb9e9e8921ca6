package io.commonplace.operations.metrics;

import io.commonplace.platform.web.Failures;
import io.commonplace.platform.web.RequestKind;
import io.commonplace.platform.web.RequestMetrics;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.metrics.Tag;

/** Metrics of this clone's HTTP requests. */
@ApplicationScoped
class RequestGauges implements MetricSource {
    @Inject
    private RequestMetrics requests;

    @Inject
    private Failures failures;

    @Override
    public void register(Gauges gauges) {
        gauges.add("commonplace_requests_running", "Requests in progress", requests::running);
        gauges.add("commonplace_incidents_total", "Requests that failed with an internal error", failures::incidents);
        for (RequestKind kind : RequestKind.values()) {
            Tag tag = new Tag("kind", kind.label());
            for (int statusClass : RequestMetrics.STATUS_CLASSES) {
                gauges.add(
                        "commonplace_requests_total",
                        "Requests answered",
                        () -> requests.count(kind, statusClass),
                        tag,
                        new Tag("status", statusClass + "xx"));
            }
            gauges.histogram("commonplace_request_seconds", "Duration of requests", requests.durations(kind), tag);
        }
    }
}
