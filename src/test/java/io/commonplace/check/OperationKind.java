package io.commonplace.check;

/** The kind of an operation. */
enum OperationKind {
    READ,
    HISTORY,
    TREE,
    RECENT,
    EDIT,
    WRITE,
    CREATE,
    MOVE,
    DELETE,
    RESTORE;

    /**
     * Whether it is served from the caches, which must be fresh for everybody. Other kinds must be fresh only for those who
     * have written.
     */
    boolean isView() {
        return this == READ || this == TREE || this == RECENT;
    }

    boolean writesText() {
        return this == WRITE || this == CREATE;
    }

    /** Whether it changes a page's address or existence. */
    boolean changesPlace() {
        return this == CREATE || this == MOVE || this == DELETE || this == RESTORE;
    }
}
