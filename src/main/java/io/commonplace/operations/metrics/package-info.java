/**
 * The metrics at {@code /metrics}. {@link io.commonplace.operations.metrics.MetricsRegistration} lets every {@link
 * io.commonplace.operations.metrics.MetricSource} register its metrics. The features count; this package names the values.
 * Values of other parts are refreshed in the background when metrics are read. Out of scope: the runtime's own metrics.
 */
@NullMarked
package io.commonplace.operations.metrics;

import org.jspecify.annotations.NullMarked;
