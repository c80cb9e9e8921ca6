package io.commonplace.attachments;

import io.commonplace.pages.PagePath;

/** What readers need of an attachment besides its bytes. @param size in bytes @param hash SHA-256, hexadecimal */
public record AttachmentHead(
        long id, long spaceId, String path, String name, String mediaType, long size, String hash) {
    /** Whether a browser may show it; all else is downloaded. */
    public boolean isShown() {
        return MediaTypes.isShown(mediaType);
    }

    /** An address that changes with the content, so that browsers may keep what they got. */
    public String href() {
        return href(id, hash, name);
    }

    public static String href(long id, String hash, String name) {
        return "/files/" + id + "/" + hash.substring(0, 12) + "/" + PagePath.encode(name);
    }
}
