/** Work that takes longer than a click. A {@link io.commonplace.jobs.Job} is rows first; messages on the queues only wake workers. Each step is claimed with a token, and what it does commits together with its end: a worker that was thought dead can't write. Out of scope: what the work is; a {@link io.commonplace.jobs.JobKind} says that. */
@NullMarked
package io.commonplace.jobs;

import org.jspecify.annotations.NullMarked;
