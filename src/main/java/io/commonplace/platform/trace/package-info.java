/**
 * Traces: how long a request took, with the statements, the transactions and the steps of jobs that it caused, on whichever
 * clone. {@link io.commonplace.platform.trace.Traces} makes them when an operator has named a receiver, and else nothing.
 * Out of scope: sending them, which the runtime does.
 */
@NullMarked
package io.commonplace.platform.trace;

import org.jspecify.annotations.NullMarked;
