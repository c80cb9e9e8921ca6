package io.commonplace.platform.web;

import static java.util.Map.entry;

import java.util.Locale;
import java.util.Map;

/**
 * What people and programs ask for, in a few kinds that don't depend on what a site holds: metrics by address would grow
 * without end. A test holds that every address has one.
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
    SEARCH,
    /** Histories, the trash, jobs, administration: whatever lists, and the forms that go with it. */
    LIST,
    /** Sending one of those forms. */
    CHANGE,
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

    private static final Map<String, RequestKind> BY_FIRST_PART = Map.ofEntries(
            entry("", VIEW),
            entry("index", VIEW),
            entry("s", VIEW),
            entry("edit", EDIT),
            entry("new", EDIT),
            entry("draft", DRAFT),
            entry("preview", PREVIEW),
            entry("search", SEARCH),
            entry("move", LIST),
            entry("delete", LIST),
            entry("trash", LIST),
            entry("history", LIST),
            entry("revision", LIST),
            entry("jobs", LIST),
            entry("admin", LIST),
            entry("live", WATCH),
            entry("mode", WATCH),
            entry("files", ATTACHMENT),
            entry("assets", ASSET),
            entry("import", LIST),
            entry("api", API),
            entry("login", SIGN_IN),
            entry("logout", SIGN_IN),
            entry("session", SIGN_IN),
            entry("password", SIGN_IN),
            entry("health", PROBE),
            entry("metrics", PROBE));

    /** @param path decoded, as {@link RequestPath} gives it */
    public static RequestKind of(String method, String path) {
        if (path.matches("/jobs/[^/]+/status")) {
            return WATCH;
        }
        int end = path.indexOf('/', 1);
        String first = path.isEmpty() ? "" : path.substring(1, end < 0 ? path.length() : end);
        RequestKind read = BY_FIRST_PART.getOrDefault(first, OTHER);
        if (!CsrfDecision.isUnsafe(method)) {
            return read;
        }
        return first.equals("import") ? IMPORT : read.written();
    }

    /** As metrics name it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private RequestKind written() {
        return switch (this) {
            case EDIT -> SAVE;
            case LIST -> CHANGE;
            default -> this;
        };
    }
}
