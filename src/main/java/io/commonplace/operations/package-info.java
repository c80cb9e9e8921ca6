/**
 * Operating a clone: {@link io.commonplace.operations.Startup}, the probes ({@link
 * io.commonplace.operations.ReadinessProbe} and its siblings), {@link io.commonplace.operations.Draining}, {@link
 * io.commonplace.operations.Maintenance}, the clones' reports about themselves, and the metrics in {@code metrics}. Out of
 * scope: the pages that show them, which are in {@code admin}.
 */
@NullMarked
package io.commonplace.operations;

import org.jspecify.annotations.NullMarked;
