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
 * A place in a space's tree. What stands there is its latest revision, and readers get that revision's document. A page
 * without a document is one whose text is still on its way; readers don't see it.
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
     * Gets a further revision.
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

    /** The same revision looks otherwise now: a link in it leads elsewhere. */
    void renderedAnew(long documentId) {
        this.documentId = documentId;
    }

    void importedFrom(String sourcePath, String hash) {
        this.sourcePath = sourcePath;
        this.importHash = hash;
    }

    /** @throws Refusal if it is the front page, which the whole space stands below */
    void requireBelowFront() {
        if (path.isEmpty()) {
            throw new Refusal("page.front.fixed");
        }
    }

    Parent asParent() {
        return new Parent(id, path);
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

    /** 0 as long as there is none. */
    public int revisionNumber() {
        return revisionNumber;
    }

    /** SHA-256 of the file that was imported into this page last. */
    public @Nullable String importHash() {
        return importHash;
    }

    public String changedByName() {
        return changedByName;
    }

    public Instant changedAt() {
        return changedAt;
    }
}
