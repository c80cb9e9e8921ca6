package io.commonplace.transfer;

import io.commonplace.pages.Author;
import io.commonplace.pages.SpaceHead;
import io.commonplace.people.Viewer;
import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;

/**
 * The parameters of an import, or of its check, stored as JSON in the job's row. Fields are only added, never changed, so that
 * two versions of the application can work on one job.
 *
 * @param authorId the person who is recorded as the author of the pages
 * @param gone what to do with pages that are gone from the archive
 * @param belowId the page below which the pages come; 0 for the top of the space
 */
record ImportOrder(
        long spaceId,
        String spaceSlug,
        long uploadId,
        String fileName,
        long authorId,
        String authorName,
        GonePages gone,
        long belowId) {
    static ImportOrder of(Viewer viewer, ImportPlace place, long uploadId, String fileName) {
        return new ImportOrder(
                place.space().id(),
                place.space().slug(),
                uploadId,
                fileName,
                viewer.id(),
                viewer.displayName(),
                GonePages.KEEP,
                place.belowId());
    }

    /** The import of what was checked. */
    static ImportOrder of(Viewer viewer, SpaceHead space, ImportCheck check, GonePages gone) {
        return new ImportOrder(
                space.id(),
                space.slug(),
                check.uploadId(),
                check.fileName(),
                viewer.id(),
                viewer.displayName(),
                gone,
                check.belowId());
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
                .add("below", belowId)
                .build()
                .toString();
    }

    static ImportOrder of(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            JsonObject order = reader.readObject();
            JsonNumber below = order.getJsonNumber("below");
            return new ImportOrder(
                    order.getJsonNumber("spaceId").longValue(),
                    order.getString("spaceSlug"),
                    order.getJsonNumber("uploadId").longValue(),
                    order.getString("fileName"),
                    order.getJsonNumber("authorId").longValue(),
                    order.getString("authorName"),
                    GonePages.of(order.getString("gone", "")),
                    below == null ? 0 : below.longValue());
        }
    }
}
