/**
 * Files of spaces and pages. {@link io.commonplace.attachments.Content} stores bytes under their hash, once; {@link
 * io.commonplace.attachments.Attachment} is a name for them in a space; {@link io.commonplace.attachments.Attachments}
 * reads both. {@link io.commonplace.attachments.PageFiles} adds files, {@link io.commonplace.attachments.FileChanges} makes and
 * restores their versions and renames them, {@link io.commonplace.attachments.FileTrash} deletes and restores them. Out of
 * scope: upload by import ({@code transfer}), and where a file is used ({@code links}).
 */
@NullMarked
package io.commonplace.attachments;

import org.jspecify.annotations.NullMarked;
