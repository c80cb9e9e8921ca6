/**
 * The object cache and the query cache. {@link io.commonplace.cache.CacheRegion} lists every region with its size and its
 * reason, {@link io.commonplace.cache.Caches} is what features call, {@link io.commonplace.cache.Invalidations} decides when a
 * cached value may no longer be used, and {@link io.commonplace.cache.CacheLease} whether this clone may use its caches at
 * all. {@link io.commonplace.cache.CacheWiring} connects them with replication. Only this package and {@code cluster} use
 * JCache and Hazelcast. Out of scope: how a value is loaded.
 */
@NullMarked
package io.commonplace.cache;

import org.jspecify.annotations.NullMarked;
