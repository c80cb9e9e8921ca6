package io.commonplace.transfer;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A page, a file or a former address, as it was at the instant of the export. */
@Entity
@Table(name = "export_file")
@IdClass(ExportFile.Key.class)
public class ExportFile {
    @Id
    @Column(name = "export_id")
    private long exportId;

    @Id
    @Enumerated(EnumType.STRING)
    private Kind kind;

    @Id
    private int number;

    @Column(name = "space_id")
    private long spaceId;

    @Column(name = "target_id")
    private long targetId;

    @Column(name = "page_id")
    private @Nullable Long pageId;

    private String path;

    @Column(name = "source_path")
    private String sourcePath;

    private String title;

    @Column(name = "revision_number")
    private int revisionNumber;

    private @Nullable String hash;
    private long size;
    private @Nullable String name;

    protected ExportFile() {}

    int number() {
        return number;
    }

    long spaceId() {
        return spaceId;
    }

    long targetId() {
        return targetId;
    }

    /** The page that lists a file. */
    @Nullable
    Long pageId() {
        return pageId;
    }

    String path() {
        return path;
    }

    String sourcePath() {
        return sourcePath;
    }

    String title() {
        return title;
    }

    int revisionNumber() {
        return revisionNumber;
    }

    String hash() {
        return hash == null ? "" : hash;
    }

    /** Of a file, in bytes. */
    long size() {
        return size;
    }

    /** In the archive. */
    String name() {
        return Objects.requireNonNull(name);
    }

    /** ALIAS is a former address of a page. */
    enum Kind {
        PAGE,
        FILE,
        ALIAS
    }

    /** The three columns of the key. */
    public static class Key implements Serializable {
        private static final long serialVersionUID = 1;
        private long exportId;
        private @Nullable Kind kind;
        private int number;

        protected Key() {}

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key && key.exportId == exportId && key.kind == kind && key.number == number;
        }

        @Override
        public int hashCode() {
            return Objects.hash(exportId, kind, number);
        }
    }
}
