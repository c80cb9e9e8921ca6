package io.commonplace.pages;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A tree of pages with rights of its own. */
@Entity
@Table(name = "space")
public class Space {
    @Id
    private long id;

    private String slug;
    private String name;
    private String description;

    /** ISO 639-1; empty if it is detected for each page. */
    private String language = "";

    @Column(name = "tree_version")
    private long treeVersion;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "archived_at")
    private @Nullable Instant archivedAt;

    @Column(name = "deleted_at")
    private @Nullable Instant deletedAt;

    @Column(name = "deleted_by_name")
    private @Nullable String deletedByName;

    @Column(name = "deletion_job")
    private @Nullable Long deletionJob;

    @Version
    private int version;

    protected Space() {}

    Space(long id, String slug, String name, String description, Instant now) {
        this.id = id;
        this.slug = slug;
        this.createdAt = now;
        describe(name, description);
    }

    final void describe(String name, String description) {
        this.name = name;
        this.description = description;
    }

    /** @return whether it is another one */
    boolean changeLanguage(String other) {
        boolean changes = !language.equals(other);
        language = other;
        return changes;
    }

    void archive(Instant now) {
        archivedAt = now;
    }

    void unarchive() {
        archivedAt = null;
    }

    /** Nobody finds the space any more, until it is restored. */
    void delete(String by, Instant now) {
        deletedAt = now;
        deletedByName = by;
    }

    void restore() {
        deletedAt = null;
        deletedByName = null;
    }

    /** From now on the space can't be restored. @param job that deletes its pages */
    void deletePermanently(long job) {
        deletionJob = job;
    }

    boolean canBeRestored() {
        return deletedAt != null && deletionJob == null;
    }

    void changeKey(String slug) {
        this.slug = slug;
    }

    /** The tree changes at many places: all its cached branches are outdated. */
    void treeChanged() {
        treeVersion++;
    }

    long id() {
        return id;
    }

    String slug() {
        return slug;
    }

    String name() {
        return name;
    }

    DeletedSpace deleted() {
        return new DeletedSpace(
                id, slug, name, Objects.requireNonNull(deletedAt), String.valueOf(deletedByName), deletionJob);
    }

    public SpaceHead head() {
        return new SpaceHead(id, slug, name, description, treeVersion, language, archivedAt != null);
    }
}
