/**
 * Holds the running cluster to what it promises about reading and writing: {@link io.commonplace.check.ConsistencyCheck}
 * lets people work while {@link io.commonplace.check.Faults} break parts, and {@link io.commonplace.check.Judge} looks at
 * what they saw. The judge is pure: it knows operations and the pages' histories, and neither HTTP nor the cluster.
 */
@NullMarked
package io.commonplace.check;

import org.jspecify.annotations.NullMarked;
