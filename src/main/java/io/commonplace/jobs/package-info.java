/**
 * Background jobs, for work that takes longer than a click. A {@link io.commonplace.jobs.Job} is stored as rows; messages on
 * the queues only wake workers. {@link io.commonplace.jobs.Jobs} starts jobs, {@link io.commonplace.jobs.StepRunner} claims and
 * runs a step, {@link io.commonplace.jobs.JobSweep} recovers lost steps. A step's changes are committed together with its end,
 * so a worker that was taken for dead can't write. Only this package uses JMS. Out of scope: the work itself, which a
 * {@link io.commonplace.jobs.JobKind} implements.
 */
@NullMarked
package io.commonplace.jobs;

import org.jspecify.annotations.NullMarked;
