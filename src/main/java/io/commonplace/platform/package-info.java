/**
 * Classes that every feature needs: refusals ({@link io.commonplace.platform.Refusal}), messages, the clock, periodic tasks
 * ({@link io.commonplace.platform.PeriodicTask}), and work that waits for a commit ({@link
 * io.commonplace.platform.UnitOfWork}). Out of scope: the database and the grid.
 */
@NullMarked
package io.commonplace.platform;

import org.jspecify.annotations.NullMarked;
