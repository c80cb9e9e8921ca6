package io.commonplace.transfer;

import io.commonplace.pages.Author;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;

/**
 * The parameters of an import, or of its check, stored as JSON in the job's row. Fields are only added, never changed, so that
 * two versions of the application can work on one job.
 *
 * @param authorId the person who is recorded as the author of the pages
 * @param gone what to do with pages that are gone from the archive
 */
record ImportOrder(
        long spaceId,
        String spaceSlug,
        long uploadId,
        String fileName,
        long authorId,
        String authorName,
        GonePages gone) {
    ImportOrder(long spaceId, String spaceSlug, long uploadId, String fileName, long authorId, String authorName) {
        this(spaceId, spaceSlug, uploadId, fileName, authorId, authorName, GonePages.KEEP);
    }

    Author author() {
        return new Author(authorId, authorName);
    }

    String toJson() {
        return Json.createObjectBuilder()
                .add("spaceId", spaceId)
                .add("spaceSlug", spaceSlug)
                .add("uploadId", uploadId)
                .add("fileName", fileName)
                .add("authorId", authorId)
                .add("authorName", authorName)
                .add("gone", gone.name())
                .build()
                .toString();
    }

    static ImportOrder of(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            JsonObject order = reader.readObject();
            return new ImportOrder(
                    order.getJsonNumber("spaceId").longValue(),
                    order.getString("spaceSlug"),
                    order.getJsonNumber("uploadId").longValue(),
                    order.getString("fileName"),
                    order.getJsonNumber("authorId").longValue(),
                    order.getString("authorName"),
                    GonePages.of(order.getString("gone", "")));
        }
    }
}
