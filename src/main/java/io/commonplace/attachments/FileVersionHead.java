package io.commonplace.attachments;

import io.commonplace.pages.PagePath;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A version of a file without its bytes.
 *
 * @param number counted from 1
 * @param size in bytes
 * @param hash SHA-256 in hex
 * @param authorName empty if nobody knows
 * @param createdAt null if nobody knows
 * @param restoredFrom the version that it repeats; null for none
 */
public record FileVersionHead(
        int number,
        long size,
        String hash,
        String authorName,
        @Nullable Instant createdAt,
        @Nullable Integer restoredFrom) {
    /** The address of this version's content. */
    public String href(AttachmentHead file) {
        return "/files/" + file.id() + "/versions/" + number + "/" + PagePath.encode(file.name());
    }

    /** The file with this version's content. */
    public AttachmentHead of(AttachmentHead file) {
        return file.with(new FileContent(hash, size));
    }

    boolean hasContentOf(AttachmentHead file) {
        return hash.equals(file.hash());
    }

    /** The version that a content has which was stored without one. @param newest null if there is no version yet */
    static FileVersionHead unknown(AttachmentHead file, @Nullable FileVersionHead newest) {
        int number = newest == null ? 1 : newest.number() + 1;
        return new FileVersionHead(number, file.size(), file.hash(), "", null, null);
    }
}
