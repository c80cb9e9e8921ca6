/**
 * Files of spaces and pages. {@link io.commonplace.attachments.Content} stores bytes under their hash, once; {@link
 * io.commonplace.attachments.Attachment} is a name for them in a space; {@link io.commonplace.attachments.Attachments}
 * reads both. Out of scope: upload by import ({@code transfer}).
 */
@NullMarked
package io.commonplace.attachments;

import org.jspecify.annotations.NullMarked;
