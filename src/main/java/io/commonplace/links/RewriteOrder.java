package io.commonplace.links;

import io.commonplace.pages.Author;
import io.commonplace.pages.PageRetitled;
import io.commonplace.pages.PagesMoved;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;

/**
 * The parameters of rewriting links, stored as JSON in the job's row. Fields are only added.
 *
 * @param from the former path of the moved page
 * @param pageId the page, if only its title has changed; 0 for a move
 * @param formerTitle empty for a move
 * @param personId who has moved it, and is the author of the revisions
 */
record RewriteOrder(
        long spaceId,
        String spaceSlug,
        String title,
        String from,
        String to,
        long personId,
        String personName,
        long pageId,
        String formerTitle) {
    static RewriteOrder of(PageRetitled change) {
        return new RewriteOrder(
                change.space().id(),
                change.space().slug(),
                change.title(),
                "",
                change.path(),
                change.by().id(),
                change.by().displayName(),
                change.pageId(),
                change.former());
    }

    static RewriteOrder of(PagesMoved move) {
        return new RewriteOrder(
                move.space().id(),
                move.space().slug(),
                move.title(),
                move.from(),
                move.to(),
                move.by().id(),
                move.by().displayName(),
                0,
                "");
    }

    Author author() {
        return new Author(personId, personName);
    }

    boolean isMove() {
        return pageId == 0;
    }

    /** All former paths of pages below the page come after this text, and before {@link #afterBelow}. */
    String firstBelow() {
        return from + "/";
    }

    /** The character after a slash. */
    String afterBelow() {
        return from + "0";
    }

    String toJson() {
        return Json.createObjectBuilder()
                .add("spaceId", spaceId)
                .add("spaceSlug", spaceSlug)
                .add("title", title)
                .add("from", from)
                .add("to", to)
                .add("personId", personId)
                .add("personName", personName)
                .add("pageId", pageId)
                .add("formerTitle", formerTitle)
                .build()
                .toString();
    }

    static RewriteOrder of(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            JsonObject order = reader.readObject();
            return new RewriteOrder(
                    order.getJsonNumber("spaceId").longValue(),
                    order.getString("spaceSlug"),
                    order.getString("title"),
                    order.getString("from"),
                    order.getString("to"),
                    order.getJsonNumber("personId").longValue(),
                    order.getString("personName"),
                    order.getJsonNumber("pageId").longValue(),
                    order.getString("formerTitle"));
        }
    }
}
