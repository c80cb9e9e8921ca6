package io.commonplace.pages;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** The columns of a page in the trash that queries use. The row has all columns of a page and is written by SQL only. */
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
    private String title;

    @Column(name = "document_id")
    private @Nullable Long documentId;

    private int version;

    @Column(name = "deletion_id")
    private long deletionId;

    protected TrashedPage() {}

    @Nullable
    Long parentId() {
        return parentId;
    }
}
