package io.commonplace.pages;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A saved version of a page's text. It never changes. */
@Entity
@Table(name = "revision")
public class Revision {
    @Id
    private long id;

    @Column(name = "page_id")
    private long pageId;

    private int number;
    private String title;
    private String markdown;
    private String comment;

    @Column(name = "author_id")
    private long authorId;

    @Column(name = "author_name")
    private String authorName;

    @Column(name = "created_at")
    private Instant createdAt;

    private boolean minor;

    protected Revision() {}

    Revision(long id, Page page, PageStore.NewText text, Author author) {
        this.id = id;
        this.pageId = page.id();
        this.number = page.revisionNumber();
        this.title = page.title();
        this.markdown = text.markdown();
        this.comment = text.comment().length() > 300 ? text.comment().substring(0, 300) : text.comment();
        this.minor = text.minor();
        this.authorId = author.id();
        this.authorName = author.displayName();
        this.createdAt = page.changedAt();
    }

    public int getNumber() {
        return number;
    }

    public String getTitle() {
        return title;
    }

    public String getMarkdown() {
        return markdown;
    }

    public String getComment() {
        return comment;
    }

    public String getAuthorName() {
        return authorName;
    }

    public Instant getCreatedAt() {
        return createdAt;
    }

    public boolean isMinor() {
        return minor;
    }
}
