package io.commonplace.search;

/** What a search is for. */
public enum ResultKind {
    PAGES,
    PEOPLE,
    SPACES,
    /** Pages in the trash, for those who may restore them. */
    DELETED;

    /** Whether filters and orders of pages apply. */
    public boolean isOfPages() {
        return this == PAGES || this == DELETED;
    }
}
