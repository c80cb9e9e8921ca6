package io.commonplace.transfer;

/** What an export contains. */
public enum ExportScope {
    PAGE,
    /** A page and all pages below it. */
    TREE,
    SPACE,
    /** All spaces that the person administers. */
    SPACES
}
