package io.commonplace.transfer;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** A page that a job moves to the trash, or a check would move, with all pages below it. */
@Entity
@Table(name = "import_trash")
@IdClass(TrashedRoot.Key.class)
public class TrashedRoot {
    @Id
    @Column(name = "job_id")
    private long jobId;

    @Id
    private int number;

    @Column(name = "import_id")
    private long importId;

    @Column(name = "page_id")
    private long pageId;

    private String path;
    private String title;
    private int pages;

    protected TrashedRoot() {}

    /** @param importId that has made or read these pages */
    TrashedRoot(long jobId, int number, long importId, KnownPage page, int pages) {
        this.jobId = jobId;
        this.number = number;
        this.importId = importId;
        this.pageId = page.id();
        this.path = page.path();
        this.title = page.title();
        this.pages = pages;
    }

    int number() {
        return number;
    }

    long importId() {
        return importId;
    }

    long pageId() {
        return pageId;
    }

    public String path() {
        return path;
    }

    public String title() {
        return title;
    }

    /** The number of pages, this one included. */
    public int pages() {
        return pages;
    }

    /** The two columns of the key. */
    public static class Key implements Serializable {
        private static final long serialVersionUID = 1;
        private long jobId;
        private int number;

        protected Key() {}

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key && key.jobId == jobId && key.number == number;
        }

        @Override
        public int hashCode() {
            return Long.hashCode(jobId) * 31 + number;
        }
    }
}
