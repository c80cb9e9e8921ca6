/** Tests on real database servers, a primary and a replica of each product that is supported, without a clone: {@link io.commonplace.servers.Pair} starts and ends them, {@link io.commonplace.servers.Product} knows what differs. */
@NullMarked
package io.commonplace.servers;

import org.jspecify.annotations.NullMarked;
