package io.commonplace.attachments;

import io.commonplace.pages.PagePath;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** A path that a file had before it was renamed. Links by it lead to the file until another file has this path. */
@Entity
@Table(name = "file_alias")
@IdClass(FileAlias.Key.class)
public class FileAlias {
    @Id
    @Column(name = "space_id")
    private long spaceId;

    @Id
    private String path;

    private String name;

    @Column(name = "attachment_id")
    private long fileId;

    protected FileAlias() {}

    /** The file's path before it is renamed. */
    FileAlias(AttachmentHead file) {
        this.spaceId = file.spaceId();
        this.path = file.path();
        this.name = PagePath.name(file.path());
        this.fileId = file.id();
    }

    /** The columns of the primary key. */
    public static class Key implements Serializable {
        private static final long serialVersionUID = 1;
        private long spaceId;
        private String path = "";

        protected Key() {}

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key && key.spaceId == spaceId && key.path.equals(path);
        }

        @Override
        public int hashCode() {
            return Long.hashCode(spaceId) * 31 + path.hashCode();
        }
    }
}
