/** Classes that Hazelcast finds by their name in its own package; see {@link io.commonplace.cluster.gate}. */
@NullMarked
package com.hazelcast.instance.impl;

import org.jspecify.annotations.NullMarked;
