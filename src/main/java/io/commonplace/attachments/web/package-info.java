/**
 * Serves files ({@link io.commonplace.attachments.web.FileServlet}), lists those of a page ({@link
 * io.commonplace.attachments.web.AttachmentList}), and shows the page about a file ({@link
 * io.commonplace.attachments.web.FilePage}). Out of scope: who may change them.
 */
@NullMarked
package io.commonplace.attachments.web;

import org.jspecify.annotations.NullMarked;
