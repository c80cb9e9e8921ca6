/** Tests of the format of the log. */
@NullMarked
package io.commonplace.platform.log;

import org.jspecify.annotations.NullMarked;
