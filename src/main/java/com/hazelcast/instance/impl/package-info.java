/** What must have a name of the grid's own to be found by it; see {@link io.commonplace.cluster.gate}. */
@NullMarked
package com.hazelcast.instance.impl;

import org.jspecify.annotations.NullMarked;
