package io.commonplace.links;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** A page with links that a job may have to rewrite. */
@Entity
@Table(name = "link_rewrite")
@IdClass(LinkRewrite.Key.class)
public class LinkRewrite {
    @Id
    @Column(name = "job_id")
    private long jobId;

    @Id
    private int number;

    @Column(name = "page_id")
    private long pageId;

    /** Whether the page has a new revision. */
    private boolean rewritten;

    protected LinkRewrite() {}

    LinkRewrite(long jobId, int number, long pageId) {
        this.jobId = jobId;
        this.number = number;
        this.pageId = pageId;
    }

    long pageId() {
        return pageId;
    }

    boolean isRewritten() {
        return rewritten;
    }

    /** The columns of the primary key. */
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
