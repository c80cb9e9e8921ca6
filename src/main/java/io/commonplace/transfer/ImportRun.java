package io.commonplace.transfer;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

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

    @Column(name = "ended_at")
    private Instant endedAt;

    protected ImportRun() {}

    /** @param id of the import's job */
    ImportRun(long id, ImportOrder order, Instant now) {
        this.id = id;
        this.spaceId = order.spaceId();
        this.fileName = order.fileName();
        this.authorName = order.authorName();
        this.endedAt = now;
    }

    public long id() {
        return id;
    }

    long spaceId() {
        return spaceId;
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
