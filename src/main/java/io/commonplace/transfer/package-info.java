/** Import of a ZIP of Markdown files, as a job in steps that all clones share. */
@NullMarked
package io.commonplace.transfer;

import org.jspecify.annotations.NullMarked;
