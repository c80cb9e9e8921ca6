/**
 * Serves files ({@link io.commonplace.attachments.web.FileServlet}) and lists those of a page ({@link
 * io.commonplace.attachments.web.AttachmentList}). Out of scope: changing them.
 */
@NullMarked
package io.commonplace.attachments.web;

import org.jspecify.annotations.NullMarked;
