/**
 * Running a clone: {@link io.commonplace.operations.Startup}, the probes
 * ({@link io.commonplace.operations.ReadinessProbe} and its siblings), {@link io.commonplace.operations.Draining},
 * {@link io.commonplace.operations.Maintenance}, what the clones report of themselves, and in {@code metrics} what a
 * monitoring system reads. Out of scope: the pages that show it, which are in {@code admin}.
 */
@NullMarked
package io.commonplace.operations;

import org.jspecify.annotations.NullMarked;
