/**
 * Checks the consistency of a running cluster. {@link io.commonplace.check.ConsistencyCheck} runs a workload while {@link
 * io.commonplace.check.Faults} break parts, and {@link io.commonplace.check.HistoryChecker} checks the recorded history.
 * The checkers are pure: they know operations and the pages' histories, and neither HTTP nor the cluster.
 */
@NullMarked
package io.commonplace.check;

import org.jspecify.annotations.NullMarked;
