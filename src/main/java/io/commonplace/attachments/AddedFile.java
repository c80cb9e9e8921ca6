package io.commonplace.attachments;

/** A file that somebody has added, and whether it was new, a new version, or there already. */
public record AddedFile(AttachmentHead file, AttachmentStore.Outcome outcome) {}
