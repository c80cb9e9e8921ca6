/**
 * Uploading a ZIP, by page ({@link io.commonplace.transfer.web.ImportForm}) and by script
 * ({@link io.commonplace.transfer.web.ImportApi}). Out of scope: what becomes of the archive.
 */
@NullMarked
package io.commonplace.transfer.web;

import org.jspecify.annotations.NullMarked;
