/** What every feature stands on and that is nobody's own: refusals, messages, the clock, what is carried past a commit, what is done again and again. Out of scope: the database and the grid. */
@NullMarked
package io.commonplace.platform;

import org.jspecify.annotations.NullMarked;
