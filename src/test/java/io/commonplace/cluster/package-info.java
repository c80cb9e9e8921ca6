/** Tests of how the clones talk to each other. */
@NullMarked
package io.commonplace.cluster;

import org.jspecify.annotations.NullMarked;
