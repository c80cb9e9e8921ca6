/**
 * Upload of a ZIP, by form ({@link io.commonplace.transfer.web.ImportForm}) and by script ({@link
 * io.commonplace.transfer.web.ImportApi}). Out of scope: what the import does.
 */
@NullMarked
package io.commonplace.transfer.web;

import org.jspecify.annotations.NullMarked;
