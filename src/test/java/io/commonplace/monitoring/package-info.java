/**
 * Tests of the files in {@code monitoring/}: they can be parsed, are complete, and are explained in the handbook.
 * {@code outside.MetricsIT} checks that a running clone has the metrics that they use.
 */
@NullMarked
package io.commonplace.monitoring;

import org.jspecify.annotations.NullMarked;
