package io.commonplace.pages;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** A former address of a page. It redirects to the page permanently. */
@Entity
@Table(name = "old_path")
@IdClass(OldPath.Key.class)
public class OldPath {
    @Id
    @Column(name = "space_id")
    private long spaceId;

    @Id
    private String path;

    @Column(name = "page_id")
    private long pageId;

    protected OldPath() {}

    OldPath(long spaceId, String path, long pageId) {
        this.spaceId = spaceId;
        this.path = path;
        this.pageId = pageId;
    }

    /** The two columns of the key. */
    public static class Key implements Serializable {
        private static final long serialVersionUID = 1;
        private long spaceId;
        private String path = "";

        protected Key() {}

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key && key.spaceId == spaceId && key.path.equals(path);
        }

        @Override
        public int hashCode() {
            return Long.hashCode(spaceId) * 31 + path.hashCode();
        }
    }
}
