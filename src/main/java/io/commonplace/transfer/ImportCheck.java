package io.commonplace.transfer;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An import that was tried without changing a page. Its archive and plan are kept for whoever wants to go on. */
@Entity
@Table(name = "import_check")
public class ImportCheck {
    @Id
    @Column(name = "job_id")
    private long jobId;

    @Column(name = "space_id")
    private long spaceId;

    @Column(name = "upload_id")
    private long uploadId;

    @Column(name = "file_name")
    private String fileName;

    @Column(name = "person_id")
    private long personId;

    @Column(name = "below_id")
    private @Nullable Long belowId;

    @Enumerated(EnumType.STRING)
    private ArchiveDialect dialect;

    private boolean ready;

    @Column(name = "made_at")
    private Instant madeAt;

    protected ImportCheck() {}

    ImportCheck(long jobId, ImportOrder order, ArchiveDialect dialect, Instant now) {
        this.jobId = jobId;
        this.spaceId = order.spaceId();
        this.uploadId = order.uploadId();
        this.fileName = order.fileName();
        this.personId = order.authorId();
        this.belowId = order.belowId() == 0 ? null : order.belowId();
        this.dialect = dialect;
        this.madeAt = now;
    }

    void ready() {
        ready = true;
    }

    public long jobId() {
        return jobId;
    }

    public long spaceId() {
        return spaceId;
    }

    long uploadId() {
        return uploadId;
    }

    public String fileName() {
        return fileName;
    }

    long personId() {
        return personId;
    }

    /** The page below which the pages would come; 0 for the top of the space. */
    long belowId() {
        return belowId == null ? 0 : belowId;
    }

    public ArchiveDialect dialect() {
        return dialect;
    }

    boolean isReady() {
        return ready;
    }
}
