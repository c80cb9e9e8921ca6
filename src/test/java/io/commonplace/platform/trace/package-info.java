/** Tests of traces, as far as they need no runtime that sends them. */
@NullMarked
package io.commonplace.platform.trace;

import org.jspecify.annotations.NullMarked;
