/** The balancer alone: HAProxy with the site's own rules, in front of a server that tells what it was asked. */
@NullMarked
package io.commonplace.balancer;

import org.jspecify.annotations.NullMarked;
