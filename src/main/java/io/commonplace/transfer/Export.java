package io.commonplace.transfer;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An archive that is being made, or is ready to be downloaded. */
@Entity
@Table(name = "space_export")
public class Export {
    @Id
    private long id;

    @Column(name = "person_id")
    private long personId;

    @Column(name = "file_name")
    private String fileName;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "listed_at")
    private @Nullable Instant listedAt;

    @Column(name = "ready_at")
    private @Nullable Instant readyAt;

    private long size;

    protected Export() {}

    Export(long id, long personId, String fileName, Instant now) {
        this.id = id;
        this.personId = personId;
        this.fileName = fileName;
        this.createdAt = now;
    }

    void listed(Instant now) {
        listedAt = now;
    }

    void ready(long size, Instant now) {
        this.size = size;
        readyAt = now;
    }

    boolean isReady() {
        return readyAt != null;
    }

    long id() {
        return id;
    }

    long personId() {
        return personId;
    }

    String fileName() {
        return fileName;
    }

    /** The instant that the archive shows; before it is listed, that of its creation. */
    Instant listedAt() {
        return listedAt == null ? createdAt : listedAt;
    }

    /** In bytes; 0 until it is ready. */
    long size() {
        return size;
    }
}
