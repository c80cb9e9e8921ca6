/** What every feature stands on and that is nobody's own: refusals, messages, the clock, the events of a commit. Out of scope: the database and the grid. */
@NullMarked
package io.commonplace.platform;

import org.jspecify.annotations.NullMarked;
