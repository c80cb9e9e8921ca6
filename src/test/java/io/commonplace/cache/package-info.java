/** Tests of the caches and their invalidation. */
@NullMarked
package io.commonplace.cache;

import org.jspecify.annotations.NullMarked;
