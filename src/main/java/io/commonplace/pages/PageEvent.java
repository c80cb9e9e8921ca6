package io.commonplace.pages;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** What happened to a page besides its text: to its address or to its files. It never changes. */
@Entity
@Table(name = "page_event")
public class PageEvent {
    @Id
    private long id;

    @Column(name = "page_id")
    private long pageId;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    private String subject;
    private String detail;

    @Column(name = "author_id")
    private long authorId;

    @Column(name = "author_name")
    private String authorName;

    @Column(name = "created_at")
    private Instant createdAt;

    protected PageEvent() {}

    PageEvent(long id, long pageId, What what, Author author, Instant now) {
        this.id = id;
        this.pageId = pageId;
        this.kind = what.kind();
        this.subject = what.subject();
        this.detail = what.detail();
        this.authorId = author.id();
        this.authorName = author.displayName();
        this.createdAt = now;
    }

    /** The names are stored. */
    public enum Kind {
        /** From one address to another. */
        MOVED,
        /** From the trash, to an address. */
        RESTORED,
        FILE_ADDED,
        /** By a new version of that number. */
        FILE_REPLACED,
        /** By its version of that number. */
        FILE_REVERTED,
        /** From one name to another. */
        FILE_RENAMED,
        FILE_DELETED,
        /** From the trash, under a name. */
        FILE_RESTORED,
        FILE_DESTROYED
    }

    /**
     * What is told of an event.
     *
     * @param subject the name of the file, or the page's address before
     * @param detail the new name or address, or the number of a version; may be empty
     */
    public record What(Kind kind, String subject, String detail) {}
}
