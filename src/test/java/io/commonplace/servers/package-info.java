/**
 * Tests with real database servers and without a clone: a primary and a replica of each supported product.
 * {@link io.commonplace.servers.Pair} starts and stops them, {@link io.commonplace.servers.Product} has their differences.
 * {@link io.commonplace.servers.FullTextDatabase} is what the search is compared with.
 */
@NullMarked
package io.commonplace.servers;

import org.jspecify.annotations.NullMarked;
