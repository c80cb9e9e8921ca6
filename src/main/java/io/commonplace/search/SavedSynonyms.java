package io.commonplace.search;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The row with the synonyms of the whole site. */
@Entity
@Table(name = "search_synonyms")
public class SavedSynonyms {
    /** Of the only row, which the migration has made. */
    static final int ID = 1;

    @Id
    private int id;

    private @Nullable String text;

    @Version
    private int version;

    @Column(name = "changed_by_name")
    private @Nullable String changedByName;

    @Column(name = "changed_at")
    private @Nullable Instant changedAt;

    protected SavedSynonyms() {}

    /** @param newText null for the program's own list */
    void change(@Nullable String newText, String byName, Instant now) {
        text = newText;
        changedByName = byName;
        changedAt = now;
    }

    SynonymList list() {
        boolean standard = text == null;
        return new SynonymList(
                text == null ? SynonymText.STANDARD : new SynonymText(text),
                standard,
                version,
                changedByName == null ? "" : changedByName,
                changedAt);
    }
}
