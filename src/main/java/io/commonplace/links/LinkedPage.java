package io.commonplace.links;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A page whose links are stored. The digests tell whether a later text has other ones, without reading them. */
@Entity
@Table(name = "linked_page")
public class LinkedPage {
    @Id
    @Column(name = "page_id")
    private long pageId;

    @Column(name = "revision_number")
    private int revisionNumber;

    private String links = "";
    private String sections = "";

    protected LinkedPage() {}

    LinkedPage(long pageId) {
        this.pageId = pageId;
    }

    void revision(int number) {
        revisionNumber = number;
    }

    /** The links are no longer stored. */
    void forgetLinks() {
        links = "";
    }

    boolean hasLinks() {
        return !links.isEmpty();
    }

    /** @return whether they are others than before */
    boolean links(String digest) {
        boolean changes = !digest.equals(links);
        links = digest;
        return changes;
    }

    /** @return whether they are others than before */
    boolean sections(String digest) {
        boolean changes = !digest.equals(sections);
        sections = digest;
        return changes;
    }
}
