/**
 * Work that takes longer than a click. A {@link io.commonplace.jobs.Job} is rows first; messages on the queues only wake
 * workers. {@link io.commonplace.jobs.Jobs} takes new work, {@link io.commonplace.jobs.StepRunner} claims a step with a token
 * and has it done, {@link io.commonplace.jobs.JobSweep} sends overdue steps again. A step's changes commit together with its
 * end: a worker that was declared dead can't write. Only this package knows JMS. Out of scope: what the work is; a
 * {@link io.commonplace.jobs.JobKind} says that.
 */
@NullMarked
package io.commonplace.jobs;

import org.jspecify.annotations.NullMarked;
