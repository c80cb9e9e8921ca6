/** Tests of the metrics. */
@NullMarked
package io.commonplace.operations.metrics;

import org.jspecify.annotations.NullMarked;
