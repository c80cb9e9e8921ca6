package io.commonplace.check;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.Optional;
import java.util.stream.Collectors;

/** What {@code /api/search} has found. */
record SearchReply(JsonObject json) {
    static SearchReply parse(String body) {
        try (JsonReader reader = Json.createReader(new StringReader(body))) {
            return new SearchReply(reader.readObject());
        }
    }

    boolean current() {
        return json.getBoolean("current");
    }

    /** The page of this name, with the text that the snippet shows. */
    Optional<Observation> page(String name, TextTokens tokens) {
        return json.getJsonArray("results").getValuesAs(JsonObject.class).stream()
                .filter(result -> tokens.isTitleOf(name, result.getString("title")))
                .flatMap(result -> tokens.text(snippet(result)).map(text -> text.at(result.getString("path"))).stream())
                .findFirst();
    }

    private static String snippet(JsonObject result) {
        return result.getJsonArray("snippet").getValuesAs(JsonObject.class).stream()
                .map(part -> part.getString("text"))
                .collect(Collectors.joining());
    }
}
