/**
 * Serves files ({@link io.commonplace.attachments.web.FileServlet}) and lists a page's
 * ({@link io.commonplace.attachments.web.AttachmentList}). Out of scope: changing them.
 */
@NullMarked
package io.commonplace.attachments.web;

import org.jspecify.annotations.NullMarked;
