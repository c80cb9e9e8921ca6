package io.commonplace.pages;

import io.commonplace.platform.TimeKey;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A page and its descendants, deleted together. A restore brings back all of them. */
@Entity
@Table(name = "deletion")
public class Deletion {
    @Id
    private long id;

    @Column(name = "space_id")
    private long spaceId;

    @Column(name = "page_id")
    private long pageId;

    private String title;
    private String path;
    private int pages;

    @Column(name = "deleted_by")
    private long deletedBy;

    @Column(name = "deleted_by_name")
    private String deletedByName;

    @Column(name = "deleted_at")
    private Instant deletedAt;

    protected Deletion() {}

    Deletion(long id, Page page, int pages, Author author, Instant now) {
        this.id = id;
        this.spaceId = page.spaceId();
        this.pageId = page.id();
        this.title = page.title();
        this.path = page.path();
        this.pages = pages;
        this.deletedBy = author.id();
        this.deletedByName = author.displayName();
        this.deletedAt = now;
    }

    public long id() {
        return id;
    }

    /** The deletion's place in the list. */
    public TimeKey key() {
        return new TimeKey(deletedAt, id);
    }

    long spaceId() {
        return spaceId;
    }

    /** The root of the deleted subtree. */
    long pageId() {
        return pageId;
    }

    /** The title of the root page. */
    public String title() {
        return title;
    }

    /** The path of the root page before the deletion. */
    public String path() {
        return path;
    }

    /** The last segment of {@link #path}. */
    public String name() {
        return PagePath.name(path);
    }

    /** The number of deleted pages, including the root page. */
    public int pages() {
        return pages;
    }

    public String deletedByName() {
        return deletedByName;
    }

    public Instant deletedAt() {
        return deletedAt;
    }
}
