package io.commonplace.transfer;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An import that has changed pages, and can be taken back. */
@Entity
@Table(name = "import_run")
public class ImportRun {
    @Id
    private long id;

    @Column(name = "space_id")
    private long spaceId;

    @Column(name = "file_name")
    private String fileName;

    @Column(name = "author_name")
    private String authorName;

    @Column(name = "below_id")
    private @Nullable Long belowId;

    @Column(name = "ended_at")
    private Instant endedAt;

    protected ImportRun() {}

    /** @param id of the import's job */
    ImportRun(long id, ImportOrder order, Instant now) {
        this.id = id;
        this.spaceId = order.spaceId();
        this.fileName = order.fileName();
        this.authorName = order.authorName();
        this.belowId = order.belowId() == 0 ? null : order.belowId();
        this.endedAt = now;
    }

    public long id() {
        return id;
    }

    long spaceId() {
        return spaceId;
    }

    /** The page below which it has put its pages; 0 for the top of the space. */
    long belowId() {
        return belowId == null ? 0 : belowId;
    }

    public String fileName() {
        return fileName;
    }

    public String authorName() {
        return authorName;
    }

    public Instant endedAt() {
        return endedAt;
    }
}
