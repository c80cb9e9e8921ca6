package io.commonplace.links;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A name that a link looks for; see {@link io.commonplace.pages.LinkKeys}. */
@Entity
@Table(name = "link_key")
@IdClass(StoredKey.Key.class)
public class StoredKey {
    /** Instead of a space, for links by their address on the site. */
    static final long ALL_SPACES = 0;

    @Id
    @Column(name = "space_id")
    private long spaceId;

    @Id
    @Column(name = "name_key")
    private long nameKey;

    @Id
    @Column(name = "page_id")
    private long pageId;

    @Id
    private int number;

    protected StoredKey() {}

    StoredKey(long spaceId, long nameKey, long pageId, int number) {
        this.spaceId = spaceId;
        this.nameKey = nameKey;
        this.pageId = pageId;
        this.number = number;
    }

    /** The columns of the primary key. */
    public static class Key implements Serializable {
        private static final long serialVersionUID = 1;
        private long spaceId;
        private long nameKey;
        private long pageId;
        private int number;

        protected Key() {}

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key
                    && key.spaceId == spaceId
                    && key.nameKey == nameKey
                    && key.pageId == pageId
                    && key.number == number;
        }

        @Override
        public int hashCode() {
            return Objects.hash(spaceId, nameKey, pageId, number);
        }
    }
}
