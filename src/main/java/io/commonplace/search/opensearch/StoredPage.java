package io.commonplace.search.opensearch;

import io.commonplace.search.Fields;
import io.commonplace.search.IndexedPage;
import io.commonplace.search.Language;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.List;

/** What the index has stored of a page, as far as it was asked for. */
record StoredPage(JsonObject source) {
    /** What {@link #page} needs. */
    static final List<String> NAMES = List.of(
            Fields.ID,
            Fields.SPACE,
            Fields.DELETED_IN,
            Fields.CHANGED,
            shown(Fields.PATH),
            shown(Fields.TITLE),
            shown(Fields.AUTHOR));

    static String shown(String field) {
        return DocumentJson.SHOWN + "." + field;
    }

    long id() {
        return source.getJsonNumber(Fields.ID).longValue();
    }

    IndexedPage page() {
        String space = source.containsKey(Fields.SPACE)
                ? keywords(Fields.SPACE).get(0)
                : keywords(Fields.DELETED_IN).get(0);
        return new IndexedPage(
                id(),
                Long.parseLong(space),
                text(Fields.PATH),
                text(Fields.TITLE),
                text(Fields.AUTHOR),
                Instant.ofEpochSecond(source.getJsonNumber(Fields.CHANGED).longValue()));
    }

    /** Empty if the page has no such text. */
    String text(String field) {
        JsonObject shown = source.getJsonObject(DocumentJson.SHOWN);
        return shown == null ? "" : shown.getString(field, "");
    }

    /** The language of the page's own text. */
    Language language() {
        return Language.of(keywords(Fields.LANGUAGE).get(0)).orElse(Language.ENGLISH);
    }

    /** The language of the files beside it. */
    Language languageOfFiles() {
        List<String> both = keywords(Fields.LANGUAGE);
        return Language.of(both.get(both.size() - 1)).orElse(Language.ENGLISH);
    }

    private List<String> keywords(String field) {
        JsonValue value = source.get(field);
        List<? extends JsonValue> values = value instanceof JsonArray array ? array : List.of(value);
        return values.stream().map(each -> ((JsonString) each).getString()).toList();
    }
}
