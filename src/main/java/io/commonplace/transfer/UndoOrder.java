package io.commonplace.transfer;

import io.commonplace.pages.Author;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;

/** The parameters of taking an import back, stored as JSON in the job's row. Fields are only added. */
record UndoOrder(long importId, long spaceId, String spaceSlug, long authorId, String authorName) {
    Author author() {
        return new Author(authorId, authorName);
    }

    String toJson() {
        return Json.createObjectBuilder()
                .add("importId", importId)
                .add("spaceId", spaceId)
                .add("spaceSlug", spaceSlug)
                .add("authorId", authorId)
                .add("authorName", authorName)
                .build()
                .toString();
    }

    static UndoOrder of(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            JsonObject order = reader.readObject();
            return new UndoOrder(
                    order.getJsonNumber("importId").longValue(),
                    order.getJsonNumber("spaceId").longValue(),
                    order.getString("spaceSlug"),
                    order.getJsonNumber("authorId").longValue(),
                    order.getString("authorName"));
        }
    }
}
