/** Tests of the figures. */
@NullMarked
package io.commonplace.operations.metrics;

import org.jspecify.annotations.NullMarked;
