package io.commonplace.platform.web;

import java.util.Locale;

/**
 * The kinds of requests, for metrics. There are few, however large the site is; metrics for each address would grow without
 * end. The features declare which address has which kind ({@link RequestKinds}).
 */
public enum RequestKind {
    /** Reading a page, the front page among them. */
    VIEW,
    /** Opening an editor. */
    EDIT,
    /** Saving a page, or creating one. */
    SAVE,
    /** Storing a draft, which a browser does by itself. */
    DRAFT,
    PREVIEW,
    /** Histories, the trash, jobs, administration: all lists, and the forms that belong to them. */
    LIST,
    /** Sending one of those forms. */
    CHANGE,
    /** Searching, also by a feed. */
    SEARCH,
    /** Suggesting pages and people while somebody types, which a browser asks for by itself and often. */
    SUGGEST,
    /** Watching a job, the site's mode or who else edits a page, which a browser does by itself. */
    WATCH,
    ATTACHMENT,
    ASSET,
    IMPORT,
    API,
    SIGN_IN,
    /** Asked by the balancer and by the monitoring system. */
    PROBE,
    /** Addresses that nobody serves. */
    OTHER;

    /** As metrics name it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
