package io.commonplace.attachments;

/** What a file contains, by its hash; it must be stored already. @param hash SHA-256 in hex @param size in bytes */
public record FileContent(String hash, long size) {
    static FileContent of(byte[] bytes) {
        return new FileContent(Content.hash(bytes), bytes.length);
    }
}
