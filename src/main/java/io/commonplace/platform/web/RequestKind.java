package io.commonplace.platform.web;

import java.util.Locale;

/**
 * What people and programs ask for, in a few kinds that don't depend on what a site holds: metrics by address would grow
 * without end. Which addresses are of which kind, the features say ({@link RequestKinds}).
 */
public enum RequestKind {
    /** Reading a page, the front page among them. */
    VIEW,
    /** Opening an editor. */
    EDIT,
    /** Saving a page, or making one. */
    SAVE,
    /** Keeping what is typed, which a browser does by itself. */
    DRAFT,
    PREVIEW,
    /** Histories, the trash, jobs, administration: whatever lists, and the forms that go with it. */
    LIST,
    /** Sending one of those forms. */
    CHANGE,
    /** Searching, also by a feed. */
    SEARCH,
    /** Suggesting pages while somebody types, which a browser asks for by itself and often. */
    SUGGEST,
    /** Watching a job or the site's mode, which a browser does by itself. */
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
