/** Tests of the members of the grid and their messages. */
@NullMarked
package io.commonplace.cluster;

import org.jspecify.annotations.NullMarked;
