/**
 * The members of the grid and how they talk: {@link io.commonplace.cluster.Members} says who is there,
 * {@link io.commonplace.cluster.Broadcast} sends a message to all clones, {@link io.commonplace.cluster.SplitBrainGuard} notices
 * that this clone is on the losing side of a split, {@link io.commonplace.cluster.RateLimits} counts over all clones. Features
 * keep what must outlive a clone in a {@link io.commonplace.cluster.GridMap}. Only this package and {@code cache} know
 * Hazelcast. Out of scope: what the maps hold, and caches.
 */
@NullMarked
package io.commonplace.cluster;

import org.jspecify.annotations.NullMarked;
