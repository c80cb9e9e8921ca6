/** Tests of what untrusted archives and their files become. */
@NullMarked
package io.commonplace.transfer;

import org.jspecify.annotations.NullMarked;
