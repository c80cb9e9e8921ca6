/**
 * Upload of a ZIP ({@link io.commonplace.transfer.web.ImportForm}), the form for an export ({@link
 * io.commonplace.transfer.web.ExportForm}), its download ({@link io.commonplace.transfer.web.ExportServlet}), and all of it
 * by script ({@link io.commonplace.transfer.web.TransferApi}). Out of scope: what the import and the export do.
 */
@NullMarked
package io.commonplace.transfer.web;

import org.jspecify.annotations.NullMarked;
