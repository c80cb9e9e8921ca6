/**
 * What a monitoring system reads at {@code /metrics}: {@link io.commonplace.admin.figures.MetricsRegistration} has all
 * {@link io.commonplace.admin.figures.MetricSource}s register what they tell. The features count; here it gets names. Nothing is
 * asked of another part for a figure but in the background, when somebody reads the figures. Out of scope: what the
 * runtime tells of itself.
 */
@NullMarked
package io.commonplace.admin.figures;

import org.jspecify.annotations.NullMarked;
