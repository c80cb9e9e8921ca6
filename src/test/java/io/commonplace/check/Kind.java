package io.commonplace.check;

/** What somebody does at once. */
enum Kind {
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

    /** Whether it shows what the caches hold, which must be new for everybody; the others must be for who has written. */
    boolean isView() {
        return this == READ || this == TREE || this == RECENT;
    }

    boolean writesText() {
        return this == WRITE || this == CREATE;
    }

    /** Whether it changes where a page is, or whether it is there at all. */
    boolean changesPlace() {
        return this == CREATE || this == MOVE || this == DELETE || this == RESTORE;
    }
}
