package io.commonplace.transfer;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The plan for one file of the archive. It is made once, so that the steps on all clones agree on identifiers and paths.
 */
@Entity
@Table(name = "import_file")
@IdClass(ImportFile.Key.class)
public class ImportFile {
    /** The kinds that become pages. */
    static final List<Kind> PAGES = List.of(Kind.PAGE, Kind.FOLDER);

    @Id
    @Column(name = "job_id")
    private long jobId;

    @Id
    private int number;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    @Column(name = "source_path")
    private String sourcePath;

    private String path;
    private String title;
    private String hash;
    private long size;

    @Column(name = "target_id")
    private long targetId;

    @Column(name = "parent_id")
    private @Nullable Long parentId;

    @Column(name = "title_given")
    private boolean titleGiven;

    /** Only in a plan that the former version has made. */
    private @Nullable String text;

    @Enumerated(EnumType.STRING)
    private @Nullable Outcome outcome;

    protected ImportFile() {}

    boolean isPage() {
        return PAGES.contains(kind);
    }

    int number() {
        return number;
    }

    @Nullable
    Outcome outcome() {
        return outcome;
    }

    Kind kind() {
        return kind;
    }

    String sourcePath() {
        return sourcePath;
    }

    String path() {
        return path;
    }

    String title() {
        return title;
    }

    boolean isTitleGiven() {
        return titleGiven;
    }

    String hash() {
        return hash;
    }

    long size() {
        return size;
    }

    long targetId() {
        return targetId;
    }

    @Nullable
    Long parentId() {
        return parentId;
    }

    /** Of the page, if the plan has it itself. */
    @Nullable
    String text() {
        return text;
    }

    /** FOLDER is a page for a folder without an index file; ALIAS is a former address of a page. */
    enum Kind {
        PAGE,
        FOLDER,
        FILE,
        ALIAS
    }

    /** The result of importing the file. */
    enum Outcome {
        CREATED,
        UPDATED,
        UNCHANGED,
        FAILED
    }

    /** The two columns of the key. */
    public static class Key implements Serializable {
        private static final long serialVersionUID = 1;
        private long jobId;
        private int number;

        protected Key() {}

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key && key.jobId == jobId && key.number == number;
        }

        @Override
        public int hashCode() {
            return Long.hashCode(jobId) * 31 + number;
        }
    }
}
