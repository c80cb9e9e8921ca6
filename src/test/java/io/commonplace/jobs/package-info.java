/** Tests of {@code io.commonplace.jobs}. */
@NullMarked
package io.commonplace.jobs;

import org.jspecify.annotations.NullMarked;
