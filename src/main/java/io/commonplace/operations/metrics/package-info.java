/**
 * What a monitoring system reads at {@code /metrics}: {@link io.commonplace.operations.metrics.MetricsRegistration} has
 * every {@link io.commonplace.operations.metrics.MetricSource} register its metrics. The features count; here the counts get
 * names. A value that another part must be asked for is asked for in the background, when somebody reads the metrics. Out of
 * scope: the runtime's own metrics.
 */
@NullMarked
package io.commonplace.operations.metrics;

import org.jspecify.annotations.NullMarked;
