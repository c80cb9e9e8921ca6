/** Tests of the balancer alone: HAProxy with the site's rules, in front of a server that returns the request's headers. */
@NullMarked
package io.commonplace.balancer;

import org.jspecify.annotations.NullMarked;
