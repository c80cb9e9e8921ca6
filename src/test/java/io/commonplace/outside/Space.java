package io.commonplace.outside;

import java.util.Map;
import java.util.UUID;

/** A space for one test. */
record Space(String slug) {
    /** A name that is unique among all tests and runs. */
    static Space named(String purpose) {
        return new Space(purpose + "-" + UUID.randomUUID().toString().substring(0, 8));
    }

    /** A new space that everybody may view. */
    static Space make(Visitor administrator, String purpose) {
        Space space = named(purpose);
        Answer answer = administrator.submit(
                "/admin/spaces",
                "create",
                Map.of("name", "Space " + purpose, "slug", space.slug, "readers", "everyone"));
        if (answer.status() != 302) {
            throw new IllegalStateException(
                    "No space was made: " + answer.page().text());
        }
        return space;
    }

    String href() {
        return "/s/" + slug;
    }

    String href(String page) {
        return href() + "/" + page;
    }

    String editing(String page) {
        return "/edit?space=" + slug + "&page=" + page;
    }

    /** The page's saved Markdown. */
    String source(Visitor reader) {
        return reader.get(editing("page")).page().select("#markdown").val();
    }

    String moving(String page) {
        return "/move?space=" + slug + "&page=" + page;
    }

    String deleting(String page) {
        return "/delete?space=" + slug + "&page=" + page;
    }

    String trash() {
        return "/trash?space=" + slug;
    }

    /** Creates a page at the top; its title is also its path. */
    Answer create(Visitor writer, String title, String markdown) {
        return writer.submit("/new?space=" + slug + "&page=", "create", Map.of("title", title, "markdown", markdown));
    }

    Answer save(Visitor writer, String page, String markdown) {
        return writer.submit(editing(page), "edit", Map.of("markdown", markdown));
    }
}
