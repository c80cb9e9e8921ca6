package io.commonplace.pages;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

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

    public SpaceHead head() {
        return new SpaceHead(id, slug, name, description, treeVersion, language);
    }
}
