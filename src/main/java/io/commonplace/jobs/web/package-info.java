/**
 * The page of a job ({@link io.commonplace.jobs.web.JobPage}), and its progress over a WebSocket
 * ({@link io.commonplace.jobs.web.JobSocket}) and by polling. {@link io.commonplace.jobs.web.JobAccess} decides who may see a
 * job; {@code people.web} implements it. Out of scope: the work itself.
 */
@NullMarked
package io.commonplace.jobs.web;

import org.jspecify.annotations.NullMarked;
