package io.commonplace.pages;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A former key of a space. Its addresses redirect to the space permanently. */
@Entity
@Table(name = "old_space_key")
public class OldSpaceKey {
    @Id
    private String slug;

    @Column(name = "space_id")
    private long spaceId;

    protected OldSpaceKey() {}

    OldSpaceKey(String slug, long spaceId) {
        this.slug = slug;
        this.spaceId = spaceId;
    }
}
