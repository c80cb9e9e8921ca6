package io.commonplace.attachments;

/**
 * A file that somebody has sent.
 *
 * @param name as the browser sent it
 * @param bytes at most {@link Content#MAX_SIZE}
 * @param pasted whether it comes from the clipboard, where each picture has the same name
 */
public record Upload(String name, byte[] bytes, boolean pasted) {
    public Upload(String name, byte[] bytes) {
        this(name, bytes, false);
    }
}
