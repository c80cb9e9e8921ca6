package io.commonplace.search.web;

import io.commonplace.search.Suggestion;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import java.util.List;
import java.util.function.Function;

/** Suggestions as JSON. */
final class SuggestionJson {
    private SuggestionJson() {}

    static String of(List<Suggestion> found) {
        JsonArrayBuilder list = Json.createArrayBuilder();
        found.forEach(page -> list.add(Json.createObjectBuilder()
                .add("title", page.title())
                .add("space", page.space())
                .add("href", page.href())));
        return Json.createObjectBuilder().add("suggestions", list).build() + "\n";
    }

    /**
     * For browsers.
     *
     * @see <a href="https://github.com/dewitt/opensearch/blob/master/mediawiki/Specifications/OpenSearch/Extensions/Suggestions/1.1/Draft%201.wiki">OpenSearch suggestions</a>
     */
    static String of(String typed, List<Suggestion> found, SiteAddress site) {
        return Json.createArrayBuilder()
                        .add(typed)
                        .add(each(found, Suggestion::title))
                        .add(each(found, Suggestion::space))
                        .add(each(found, page -> site.of(page.href())))
                        .build()
                + "\n";
    }

    private static JsonArrayBuilder each(List<Suggestion> found, Function<Suggestion, String> part) {
        return Json.createArrayBuilder(found.stream().map(part).toList());
    }
}
