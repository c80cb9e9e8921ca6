package io.commonplace.search;

/** The order of results. */
public enum ResultOrder {
    RELEVANCE,
    /** The latest change first. */
    DATE
}
