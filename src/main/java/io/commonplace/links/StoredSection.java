package io.commonplace.links;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** A section of a page's current text, to which a link can lead. */
@Entity
@Table(name = "page_section")
@IdClass(StoredSection.Key.class)
public class StoredSection {
    @Id
    @Column(name = "page_id")
    private long pageId;

    @Id
    @Column(name = "section_key")
    private long sectionKey;

    protected StoredSection() {}

    StoredSection(long pageId, long sectionKey) {
        this.pageId = pageId;
        this.sectionKey = sectionKey;
    }

    /** The columns of the primary key. */
    public static class Key implements Serializable {
        private static final long serialVersionUID = 1;
        private long pageId;
        private long sectionKey;

        protected Key() {}

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key && key.pageId == pageId && key.sectionKey == sectionKey;
        }

        @Override
        public int hashCode() {
            return Long.hashCode(pageId) * 31 + Long.hashCode(sectionKey);
        }
    }
}
