/** The data grid: broadcasts to all clones, caches, who is a member. Nobody else knows Hazelcast or JCache. */
@NullMarked
package io.commonplace.cluster;

import org.jspecify.annotations.NullMarked;
