package io.commonplace.pages;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A draft in the database. */
@Entity
@Table(name = "draft")
public class DraftRow {
    @Id
    private String id;

    @Column(name = "sheet")
    private String editor;

    private String title;
    private String markdown;
    private String comment;
    private int base;

    @Column(name = "kept_at")
    private Instant keptAt;

    protected DraftRow() {}

    DraftRow(String id, Draft draft) {
        this.id = id;
        write(draft);
    }

    /** Ignores a draft that is older than the stored one; it was delayed. */
    void update(Draft draft) {
        if (!draft.keptAt().isBefore(keptAt)) {
            write(draft);
        }
    }

    private void write(Draft draft) {
        editor = draft.editor();
        title = draft.text().title();
        markdown = draft.text().markdown();
        comment = draft.text().comment();
        base = draft.base();
        keptAt = draft.keptAt();
    }

    Draft draft() {
        return new Draft(new PageText(title, markdown, comment), base, editor, keptAt);
    }
}
