package io.commonplace.check;

/** The kind of an operation. */
enum OperationKind {
    READ,
    HISTORY,
    TREE,
    RECENT,
    SEARCH,
    /** Reading a page that links to the page. */
    LINK,
    EDIT,
    WRITE,
    CREATE,
    MOVE,
    DELETE,
    RESTORE;

    /**
     * Whether it is served from the caches or the search index, which must be fresh for everybody. Other kinds must be fresh only for those who
     * have written.
     */
    boolean isView() {
        return this == READ || this == TREE || this == RECENT || this == SEARCH;
    }

    boolean writesText() {
        return this == WRITE || this == CREATE;
    }

    /** Whether it changes a page's address or existence. */
    boolean changesPlace() {
        return this == CREATE || this == MOVE || this == DELETE || this == RESTORE;
    }
}
