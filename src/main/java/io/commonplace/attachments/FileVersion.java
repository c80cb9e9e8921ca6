package io.commonplace.attachments;

import io.commonplace.pages.Author;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A content that a file has or had. It never changes. */
@Entity
@Table(name = "file_version")
@IdClass(FileVersion.Key.class)
public class FileVersion {
    @Id
    @Column(name = "attachment_id")
    private long fileId;

    @Id
    private int number;

    private long size;
    private String hash;

    @Column(name = "author_id")
    private @Nullable Long authorId;

    @Column(name = "author_name")
    private @Nullable String authorName;

    @Column(name = "created_at")
    private @Nullable Instant createdAt;

    @Column(name = "restored_from")
    private @Nullable Integer restoredFrom;

    protected FileVersion() {}

    /** A content of which nobody knows who stored it, and when: it was stored without a version. */
    FileVersion(AttachmentHead file, int number) {
        this.fileId = file.id();
        this.number = number;
        this.size = file.size();
        this.hash = file.hash();
    }

    FileVersion(AttachmentHead file, int number, Author author, Instant now, @Nullable Integer restoredFrom) {
        this(file, number);
        this.authorId = author.id();
        this.authorName = author.displayName();
        this.createdAt = now;
        this.restoredFrom = restoredFrom;
    }

    long fileId() {
        return fileId;
    }

    int number() {
        return number;
    }

    FileContent content() {
        return new FileContent(hash, size);
    }

    FileVersionHead head() {
        return new FileVersionHead(number, size, hash, authorName == null ? "" : authorName, createdAt, restoredFrom);
    }

    /** The columns of the primary key. */
    public static class Key implements Serializable {
        private static final long serialVersionUID = 1;
        private long fileId;
        private int number;

        protected Key() {}

        Key(long fileId, int number) {
            this.fileId = fileId;
            this.number = number;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key && key.fileId == fileId && key.number == number;
        }

        @Override
        public int hashCode() {
            return Long.hashCode(fileId) * 31 + number;
        }
    }
}
