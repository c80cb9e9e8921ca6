package io.commonplace.transfer;

import io.commonplace.pages.Page;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** What an import has done to one page. It outlives the import's plan, so that the import can be taken back. */
@Entity
@Table(name = "imported_page")
@IdClass(ImportedPage.Key.class)
public class ImportedPage {
    /** Pages that go to the trash are no files of the plan, and have numbers from here on. */
    static final int FIRST_TRASHED = 1_000_000;

    @Id
    @Column(name = "import_id")
    private long importId;

    @Id
    private int number;

    @Column(name = "page_id")
    private long pageId;

    @Enumerated(EnumType.STRING)
    private Outcome outcome;

    private String path;

    @Column(name = "revision_number")
    private int revisionNumber;

    @Column(name = "revision_before")
    private int revisionBefore;

    @Column(name = "hash_before")
    private @Nullable String hashBefore;

    @Column(name = "source_before")
    private @Nullable String sourceBefore;

    @Column(name = "deletion_id")
    private @Nullable Long deletionId;

    private boolean undone;

    protected ImportedPage() {}

    private ImportedPage(long importId, int number, long pageId, Outcome outcome, String path) {
        this.importId = importId;
        this.number = number;
        this.pageId = pageId;
        this.outcome = outcome;
        this.path = path;
    }

    /** @param revisionNumber that has the archive's text; 0 if the page has another one */
    static ImportedPage unchanged(long importId, int number, Page page, int revisionNumber) {
        ImportedPage imported = new ImportedPage(importId, number, page.id(), Outcome.UNCHANGED, page.path());
        imported.revisionNumber = revisionNumber;
        return imported;
    }

    /** Call it before the page gets the archive's text: it has what the page was before. */
    static ImportedPage changing(long importId, int number, Page page) {
        boolean isNew = page.revisionNumber() == 0;
        Outcome outcome = isNew ? Outcome.CREATED : Outcome.UPDATED;
        ImportedPage imported = new ImportedPage(importId, number, page.id(), outcome, page.path());
        imported.revisionBefore = page.revisionNumber();
        imported.revisionNumber = page.revisionNumber() + 1;
        imported.hashBefore = page.importHash();
        imported.sourceBefore = page.sourcePath();
        return imported;
    }

    /** @param number of the page among those that went to the trash */
    static ImportedPage trashed(long importId, int number, TrashedRoot root, long deletionId) {
        ImportedPage imported =
                new ImportedPage(importId, FIRST_TRASHED + number, root.pageId(), Outcome.TRASHED, root.path());
        imported.deletionId = deletionId;
        return imported;
    }

    long importId() {
        return importId;
    }

    boolean isUndone() {
        return undone;
    }

    int number() {
        return number;
    }

    long pageId() {
        return pageId;
    }

    String path() {
        return path;
    }

    int revisionNumber() {
        return revisionNumber;
    }

    /** The revision whose text the page gets back. */
    int revisionBefore() {
        return revisionBefore;
    }

    @Nullable
    String hashBefore() {
        return hashBefore;
    }

    String sourceBefore() {
        return sourceBefore == null ? "" : sourceBefore;
    }

    long deletionId() {
        return deletionId == null ? 0 : deletionId;
    }

    /** TRASHED is a page, with all below it, that was gone from the archive. */
    enum Outcome {
        CREATED,
        UPDATED,
        UNCHANGED,
        TRASHED
    }

    /** The two columns of the key. */
    public static class Key implements Serializable {
        private static final long serialVersionUID = 1;
        private long importId;
        private int number;

        protected Key() {}

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key && key.importId == importId && key.number == number;
        }

        @Override
        public int hashCode() {
            return Long.hashCode(importId) * 31 + number;
        }
    }
}
