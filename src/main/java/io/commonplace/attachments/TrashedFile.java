package io.commonplace.attachments;

import io.commonplace.pages.Author;
import io.commonplace.pages.PagePath;
import io.commonplace.platform.TimeKey;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A deleted file, which can be restored with its versions. */
@Entity
@Table(name = "trashed_file")
public class TrashedFile {
    @Id
    private long id;

    @Column(name = "space_id")
    private long spaceId;

    @Column(name = "page_id")
    private @Nullable Long pageId;

    private String path;
    private long size;
    private String hash;

    @Column(name = "deleted_by")
    private long deletedBy;

    @Column(name = "deleted_by_name")
    private String deletedByName;

    @Column(name = "deleted_at")
    private Instant deletedAt;

    protected TrashedFile() {}

    TrashedFile(AttachmentHead file, @Nullable Long pageId, Author author, Instant now) {
        this.id = file.id();
        this.spaceId = file.spaceId();
        this.pageId = pageId;
        this.path = file.path();
        this.size = file.size();
        this.hash = file.hash();
        this.deletedBy = author.id();
        this.deletedByName = author.displayName();
        this.deletedAt = now;
    }

    public long id() {
        return id;
    }

    public TimeKey key() {
        return new TimeKey(deletedAt, id);
    }

    long spaceId() {
        return spaceId;
    }

    @Nullable
    Long pageId() {
        return pageId;
    }

    /** Where it was. */
    public String path() {
        return path;
    }

    public String name() {
        return PagePath.name(path);
    }

    /** In bytes. */
    public long size() {
        return size;
    }

    FileContent content() {
        return new FileContent(hash, size);
    }

    public String deletedByName() {
        return deletedByName;
    }

    public Instant deletedAt() {
        return deletedAt;
    }
}
