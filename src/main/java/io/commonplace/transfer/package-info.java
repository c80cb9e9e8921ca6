/**
 * Import of a ZIP of Markdown files, as a job in steps that all clones share. {@link io.commonplace.transfer.Imports} takes the
 * archive, {@link io.commonplace.transfer.ImportJob} runs: one step unpacks and plans, the others store and render.
 * {@link io.commonplace.transfer.ContentSweep} deletes content that nothing refers to. Out of scope: export, which there is
 * not.
 */
@NullMarked
package io.commonplace.transfer;

import org.jspecify.annotations.NullMarked;
