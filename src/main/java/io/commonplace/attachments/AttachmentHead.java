package io.commonplace.attachments;

import io.commonplace.pages.PagePath;

/** An attachment without its bytes. @param size in bytes @param hash SHA-256 in hex */
public record AttachmentHead(
        long id, long spaceId, String path, String name, String mediaType, long size, String hash) {
    /** Whether the browser shows it; other files are downloaded. */
    public boolean isShown() {
        return MediaTypes.isShown(mediaType);
    }

    public boolean isImage() {
        return mediaType.startsWith("image/");
    }

    public boolean isAudio() {
        return mediaType.startsWith("audio/");
    }

    public boolean isVideo() {
        return mediaType.startsWith("video/");
    }

    public boolean isPdf() {
        return mediaType.equals("application/pdf");
    }

    /** An address that changes with the content, so that browsers can cache it forever. */
    public String href() {
        return href(id, hash, name);
    }

    /** The address of the page about it. */
    public String details() {
        return "/file?id=" + id;
    }

    /** An earlier content under the current name. */
    AttachmentHead with(FileContent content) {
        return new AttachmentHead(id, spaceId, path, name, mediaType, content.size(), content.hash());
    }

    public static String href(long id, String hash, String name) {
        return "/files/" + id + "/" + hash.substring(0, 12) + "/" + PagePath.encode(name);
    }
}
