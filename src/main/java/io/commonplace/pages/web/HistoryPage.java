package io.commonplace.pages.web;

import io.commonplace.pages.RevisionQueries;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The revisions of a page, {@value #PAGE_SIZE} at a time. */
@Named
@RequestScoped
public class HistoryPage {
    private static final int PAGE_SIZE = 50;

    @Inject
    private PageAddress address;

    @Inject
    private RevisionQueries history;

    private int offset;
    private List<RevisionQueries.Entry> entries = List.of();

    public void load() {
        offset = Math.max(0, offset);
        entries = history.of(address.getPage().id(), offset, PAGE_SIZE);
    }

    public List<RevisionQueries.Entry> getEntries() {
        return entries;
    }

    /** The revisions that are chosen to be compared at first: the two newest of the list. */
    public int getTo() {
        return entries.isEmpty() ? 0 : entries.get(0).number();
    }

    public int getFrom() {
        return entries.size() < 2 ? getTo() : entries.get(1).number();
    }

    public boolean isOlder() {
        return !entries.isEmpty() && entries.get(entries.size() - 1).number() > 1;
    }

    public int getOlderOffset() {
        return offset + PAGE_SIZE;
    }

    public int getNewerOffset() {
        return Math.max(0, offset - PAGE_SIZE);
    }

    public int getOffset() {
        return offset;
    }

    public void setOffset(int offset) {
        this.offset = offset;
    }
}
