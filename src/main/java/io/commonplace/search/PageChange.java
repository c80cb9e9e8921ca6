package io.commonplace.search;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** One entry of the change log: a page is different now. */
@Entity
@Table(name = "page_change")
public class PageChange {
    @Id
    private long id;

    /** The server assigns it, so that the inserts can go in batches. */
    @Column(insertable = false, updatable = false)
    private long sequence;

    @Column(name = "page_id")
    private long pageId;

    protected PageChange() {}

    PageChange(long id, long pageId) {
        this.id = id;
        this.pageId = pageId;
    }
}
