package io.commonplace.pages;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The rendered HTML of a revision. A row never changes, so it can be cached forever. */
@Entity
@Table(name = "document")
public class Document {
    @Id
    private long id;

    @Column(name = "page_id")
    private long pageId;

    @Column(name = "revision_number")
    private int revisionNumber;

    private String html;
    private String outline;

    @Column(name = "has_code")
    private boolean hasCode;

    protected Document() {}

    Document(long id, long pageId, int revisionNumber, DocumentText text) {
        this.id = id;
        this.pageId = pageId;
        this.revisionNumber = revisionNumber;
        this.html = text.html();
        this.outline = text.outline();
        this.hasCode = text.hasCode();
    }

    public DocumentText text() {
        return new DocumentText(html, outline, hasCode);
    }
}
