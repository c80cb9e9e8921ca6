/**
 * Imports and exports ZIP archives of Markdown files, as jobs with steps that all clones share. {@link
 * io.commonplace.transfer.Imports} receives an archive; {@link io.commonplace.transfer.ImportJob} runs it: one step unpacks and
 * plans, the others store and render. {@link io.commonplace.transfer.CheckJob} does the same without changing a page, and {@link
 * io.commonplace.transfer.UndoJob} takes an import back. {@link io.commonplace.transfer.Exports} starts an {@link
 * io.commonplace.transfer.ExportJob}: one step lists, others pack, the last one finishes the archive. {@link
 * io.commonplace.transfer.ContentSweep} and {@link io.commonplace.transfer.ExportSweep} delete what is not needed any more.
 * Out of scope: other formats than Markdown.
 */
@NullMarked
package io.commonplace.transfer;

import org.jspecify.annotations.NullMarked;
