/**
 * The members of the grid and their messages: {@link io.commonplace.cluster.Members} lists the clones,
 * {@link io.commonplace.cluster.Broadcast} sends messages to all of them, {@link io.commonplace.cluster.Questions} asks them for
 * what may be long, {@link io.commonplace.cluster.SplitBrainGuard} detects
 * that this clone is cut off, and {@link io.commonplace.cluster.RateLimits} counts over all clones. Features store data that
 * must survive the loss of a clone in a {@link io.commonplace.cluster.GridMap}. Only this package and {@code cache} use
 * Hazelcast. Out of scope: the content of the maps, and caches.
 */
@NullMarked
package io.commonplace.cluster;

import org.jspecify.annotations.NullMarked;
