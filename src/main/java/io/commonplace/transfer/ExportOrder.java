package io.commonplace.transfer;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;

/**
 * The parameters of an export, stored as JSON in the job's row. Fields are only added, never changed, so that two versions
 * of the application can work on one job.
 *
 * @param personId whose rights count, in each step
 * @param pageId the page of the scopes PAGE and TREE; otherwise 0
 */
record ExportOrder(long exportId, long personId, ExportScope scope, long pageId, ExportFormat format) {
    /** Whether pages may show or link to files outside of the scope. */
    boolean isPartOfASpace() {
        return scope == ExportScope.PAGE || scope == ExportScope.TREE;
    }

    String toJson() {
        return Json.createObjectBuilder()
                .add("exportId", exportId)
                .add("personId", personId)
                .add("scope", scope.name())
                .add("pageId", pageId)
                .add("revisions", format == ExportFormat.REVISIONS)
                .add("format", format.name())
                .build()
                .toString();
    }

    /** Orders of versions that made no sites have no format. */
    private static ExportFormat format(JsonObject order) {
        ExportFormat usual = order.getBoolean("revisions") ? ExportFormat.REVISIONS : ExportFormat.MARKDOWN;
        return ExportFormat.valueOf(order.getString("format", usual.name()));
    }

    static ExportOrder of(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            JsonObject order = reader.readObject();
            return new ExportOrder(
                    order.getJsonNumber("exportId").longValue(),
                    order.getJsonNumber("personId").longValue(),
                    ExportScope.valueOf(order.getString("scope")),
                    order.getJsonNumber("pageId").longValue(),
                    format(order));
        }
    }
}
