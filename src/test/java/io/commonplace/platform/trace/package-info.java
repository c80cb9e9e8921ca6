/** Tests of traces that need no running server. */
@NullMarked
package io.commonplace.platform.trace;

import org.jspecify.annotations.NullMarked;
