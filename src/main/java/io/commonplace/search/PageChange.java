package io.commonplace.search;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/**
 * One entry of the change log: a page is different now, or an index is to be rebuilt. A clone of an older version takes the
 * latter for a page that doesn't exist.
 */
@Entity
@Table(name = "page_change")
public class PageChange {
    @Id
    private long id;

    /** The server assigns it, so that the inserts can go in batches. */
    @Column(insertable = false, updatable = false)
    private long sequence;

    /** Of a page; for a rebuild 0, or the negative identifier of the space whose pages are put again. */
    @Column(name = "page_id")
    private long pageId;

    protected PageChange() {}

    PageChange(long id, long pageId) {
        this.id = id;
        this.pageId = pageId;
    }

    /** @param spaceId {@link Rebuild#ALL_SPACES} for all pages */
    static PageChange rebuild(long id, long spaceId) {
        return new PageChange(id, -spaceId);
    }
}
