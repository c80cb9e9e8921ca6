/**
 * Traces of requests, with their statements, transactions and steps of jobs on all clones.
 * {@link io.commonplace.platform.trace.Traces} creates them if an operator has configured a receiver. Out of scope: sending
 * them, which the runtime does.
 */
@NullMarked
package io.commonplace.platform.trace;

import org.jspecify.annotations.NullMarked;
