/** Tests of the platform. */
@NullMarked
package io.commonplace.platform;

import org.jspecify.annotations.NullMarked;
