/** Tests of the protection of the grid's port. */
@NullMarked
package io.commonplace.cluster.gate;

import org.jspecify.annotations.NullMarked;
