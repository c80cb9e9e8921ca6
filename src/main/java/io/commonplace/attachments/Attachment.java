package io.commonplace.attachments;

import io.commonplace.pages.PagePath;
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

    Attachment(NewFile file) {
        this.id = file.id();
        this.spaceId = file.spaceId();
        this.path = file.path();
        this.name = PagePath.name(file.path());
        this.mediaType = MediaTypes.of(file.path());
    }

    /** The type follows the name. */
    void rename(String path) {
        this.path = path;
        this.name = PagePath.name(path);
        this.mediaType = MediaTypes.of(path);
    }

    /** @return whether the attachment changes */
    boolean assign(@Nullable Long pageId, FileContent content) {
        boolean changes = !hasContent(content.hash()) || !isListedOn(pageId);
        this.pageId = pageId;
        this.hash = content.hash();
        this.size = content.size();
        return changes;
    }

    boolean hasContent(String hash) {
        return hash.equals(this.hash);
    }

    boolean isListedOn(@Nullable Long pageId) {
        return Objects.equals(pageId, this.pageId);
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
