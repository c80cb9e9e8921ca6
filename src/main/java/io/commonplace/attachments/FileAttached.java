package io.commonplace.attachments;

/** A file has new content. It is sent inside the transaction of the change. @param hash of the content */
public record FileAttached(String path, String hash) {}
