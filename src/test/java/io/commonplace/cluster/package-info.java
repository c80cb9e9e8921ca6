/** Tests of what clones remember. */
@NullMarked
package io.commonplace.cluster;

import org.jspecify.annotations.NullMarked;
