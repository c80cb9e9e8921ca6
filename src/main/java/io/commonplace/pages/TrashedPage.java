package io.commonplace.pages;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** What may be asked of a page in the trash. Its row has all columns of a page's, and is written by SQL alone. */
@Entity
@Table(name = "trashed_page")
public class TrashedPage {
    @Id
    private long id;

    @Column(name = "space_id")
    private long spaceId;

    @Column(name = "parent_id")
    private @Nullable Long parentId;

    private String path;

    @Column(name = "deletion_id")
    private long deletionId;

    protected TrashedPage() {}

    @Nullable
    Long parentId() {
        return parentId;
    }
}
