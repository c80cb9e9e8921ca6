/**
 * Imports a ZIP of Markdown files, as a job with steps that all clones share. {@link io.commonplace.transfer.Imports}
 * receives the archive; {@link io.commonplace.transfer.ImportJob} runs it: one step unpacks and plans, the others store and
 * render. {@link io.commonplace.transfer.ContentSweep} deletes content that nothing refers to. Out of scope: export, which
 * does not exist.
 */
@NullMarked
package io.commonplace.transfer;

import org.jspecify.annotations.NullMarked;
