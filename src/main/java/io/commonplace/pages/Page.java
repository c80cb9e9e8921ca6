package io.commonplace.pages;

import io.commonplace.platform.Refusal;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A page in a space's tree. Its text is the latest revision, and readers see that revision's document. A page without a
 * document is still being imported; readers don't see it.
 */
@Entity
@Table(name = "page")
public class Page {
    @Id
    private long id;

    @Column(name = "space_id")
    private long spaceId;

    @Column(name = "parent_id")
    private @Nullable Long parentId;

    private String path;

    /** The last part of the path, which the database computes. */
    @Column(name = "path_end", insertable = false, updatable = false)
    private @Nullable String pathEnd;

    private String title;

    @Column(name = "source_path")
    private String sourcePath;

    @Column(name = "document_id")
    private @Nullable Long documentId;

    @Column(name = "revision_number")
    private int revisionNumber;

    @Column(name = "import_hash")
    private @Nullable String importHash;

    @Column(name = "changed_by")
    private long changedBy;

    @Column(name = "changed_by_name")
    private String changedByName;

    @Column(name = "changed_at")
    private Instant changedAt;

    /** When the last change was made that is not minor; null if that is the last one of all. */
    @Column(name = "major_at")
    private @Nullable Instant majorAt;

    @Column(name = "major_by_name")
    private @Nullable String majorByName;

    /** Where the page is in the list of recent changes, which the database computes. */
    @Column(name = "listed_at", insertable = false, updatable = false)
    private @Nullable Instant listedAt;

    @Version
    private int version;

    protected Page() {}

    Page(long id, NewPage page, Author author, Instant now) {
        this.id = id;
        this.spaceId = page.spaceId();
        this.parentId = page.parentId();
        this.path = page.path();
        this.title = page.title();
        this.sourcePath = page.sourcePath();
        changed(author, now);
    }

    /**
     * Adds a revision.
     *
     * @return its number
     */
    int revise(String title, long documentId, Author author, Instant now) {
        this.title = title;
        this.documentId = documentId;
        this.revisionNumber++;
        changed(author, now);
        return revisionNumber;
    }

    /** The revision that follows leaves the page where it is in the list of recent changes, if it is minor. */
    void expect(boolean minor) {
        if (!minor) {
            majorAt = null;
            majorByName = null;
        } else if (majorAt == null) {
            majorAt = changedAt;
            majorByName = changedByName;
        }
    }

    /** Replaces the document of the same revision: a link in it leads elsewhere now. */
    void rerendered(long documentId) {
        this.documentId = documentId;
    }

    void importedFrom(String sourcePath, @Nullable String hash) {
        this.sourcePath = sourcePath;
        this.importHash = hash;
    }

    /** @throws Refusal if this is the front page, which must stay the root of its space */
    void requireBelowFront() {
        if (path.isEmpty()) {
            throw new Refusal("page.front.fixed");
        }
    }

    private void changed(Author author, Instant now) {
        this.changedBy = author.id();
        this.changedByName = author.displayName();
        this.changedAt = now;
    }

    public long id() {
        return id;
    }

    public long spaceId() {
        return spaceId;
    }

    public @Nullable Long parentId() {
        return parentId;
    }

    public String path() {
        return path;
    }

    public String title() {
        return title;
    }

    public String sourcePath() {
        return sourcePath;
    }

    public @Nullable Long documentId() {
        return documentId;
    }

    /** 0 until the first revision. */
    public int revisionNumber() {
        return revisionNumber;
    }

    /** The SHA-256 of the last file imported into this page. */
    public @Nullable String importHash() {
        return importHash;
    }

    public String changedByName() {
        return changedByName;
    }

    public Instant changedAt() {
        return changedAt;
    }

    /** Who made the last change that is not minor. */
    public String majorByName() {
        return majorByName == null ? changedByName : majorByName;
    }

    public Instant majorAt() {
        return majorAt == null ? changedAt : majorAt;
    }
}
