package io.commonplace.attachments;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A file name in a space, which refers to content by its hash. */
@Entity
@Table(name = "attachment")
public class Attachment {
    @Id
    private long id;

    @Column(name = "space_id")
    private long spaceId;

    @Column(name = "page_id")
    private @Nullable Long pageId;

    private String path;
    private String name;

    @Column(name = "media_type")
    private String mediaType;

    private long size;
    private String hash = "";

    @Version
    private int version;

    protected Attachment() {}

    Attachment(long id, long spaceId, String path, String mediaType) {
        this.id = id;
        this.spaceId = spaceId;
        this.path = path;
        this.name = path.substring(path.lastIndexOf('/') + 1);
        this.mediaType = mediaType;
    }

    /** @return whether the attachment changes */
    boolean assign(@Nullable Long pageId, String hash, long size) {
        boolean changes = !hash.equals(this.hash) || !Objects.equals(pageId, this.pageId);
        this.pageId = pageId;
        this.hash = hash;
        this.size = size;
        return changes;
    }

    long id() {
        return id;
    }

    long spaceId() {
        return spaceId;
    }

    @Nullable
    Long pageId() {
        return pageId;
    }

    AttachmentHead head() {
        return new AttachmentHead(id, spaceId, path, name, mediaType, size, hash);
    }
}
