/**
 * Tests with real database servers and without a clone: a primary and a replica of each supported product.
 * {@link io.commonplace.servers.Pair} starts and stops them, {@link io.commonplace.servers.Product} has their differences.
 */
@NullMarked
package io.commonplace.servers;

import org.jspecify.annotations.NullMarked;
