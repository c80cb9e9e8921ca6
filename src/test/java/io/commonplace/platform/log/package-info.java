/** Tests of what a log's line tells. */
@NullMarked
package io.commonplace.platform.log;

import org.jspecify.annotations.NullMarked;
