package io.commonplace.search.web;

import io.commonplace.pages.SpaceHead;
import io.commonplace.search.FoundPeople;
import io.commonplace.search.Hit;
import io.commonplace.search.SearchResult;
import io.commonplace.search.SearchResults;
import io.commonplace.search.Snippet;
import io.commonplace.search.TimeCount;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Results as JSON, for programs. A missing value is null. */
final class SearchJson {
    /** {@link Json} would look for its implementation for each part of a result. */
    private static final JsonBuilderFactory JSON = Json.createBuilderFactory(Map.of());

    private SearchJson() {}

    static String of(SearchResults found) {
        return JSON.createObjectBuilder()
                .add("total", found.total())
                .add("current", found.current())
                .add("next", orNull(found.next()))
                .add("didYouMean", orNull(found.didYouMean()))
                .add("results", list(found.results(), SearchJson::result))
                .add(
                        "spaces",
                        list(
                                found.bySpace(),
                                facet -> JSON.createObjectBuilder()
                                        .add("slug", facet.space().slug())
                                        .add("name", facet.space().name())
                                        .add("count", facet.count())))
                .add(
                        "people",
                        list(
                                found.byAuthor(),
                                facet -> JSON.createObjectBuilder()
                                        .add("name", facet.value())
                                        .add("count", facet.count())))
                .add("updated", list(found.byTime(), SearchJson::time))
                .build()
                .toString();
    }

    static String of(FoundPeople found) {
        return all(
                found.total(),
                list(
                        found.people(),
                        person -> JSON.createObjectBuilder()
                                .add("name", person.value())
                                .add("pages", person.count())
                                .add("href", PersonLine.of(person).href())));
    }

    static String of(List<SpaceHead> found) {
        return all(
                found.size(),
                list(
                        found,
                        space -> JSON.createObjectBuilder()
                                .add("slug", space.slug())
                                .add("name", space.name())
                                .add("description", space.description())
                                .add("href", space.href())));
    }

    /** Results that have no further ones after them. */
    private static String all(int total, JsonArrayBuilder results) {
        return JSON.createObjectBuilder()
                .add("total", total)
                .addNull("next")
                .add("results", results)
                .build()
                .toString();
    }

    private static JsonValue orNull(String text) {
        return text.isEmpty() ? JsonValue.NULL : Json.createValue(text);
    }

    private static JsonObjectBuilder time(TimeCount time) {
        String name = time.within() == null ? "" : AddressName.of(time.within());
        return JSON.createObjectBuilder().add("within", orNull(name)).add("count", time.count());
    }

    private static JsonObjectBuilder result(SearchResult result) {
        JsonObjectBuilder json = JSON.createObjectBuilder()
                .add("id", result.pageId())
                .add("title", result.title())
                .add("space", result.space().slug())
                .add("path", result.path())
                .add("href", result.href());
        var section = result.section();
        if (section == null) {
            json.addNull("section");
        } else {
            json.add(
                    "section",
                    JSON.createObjectBuilder().add("anchor", section.anchor()).add("heading", section.heading()));
        }
        Hit.File file = result.file();
        if (file == null) {
            json.addNull("file");
        } else {
            json.add("file", JSON.createObjectBuilder().add("name", file.name()).add("href", file.href()));
        }
        return json.add("snippet", list(result.snippet().parts(), SearchJson::part))
                .add("changedBy", result.changedByName())
                .add("changedAt", result.changedAt().toString())
                .add("deleted", result.isDeleted());
    }

    private static JsonObjectBuilder part(Snippet.Part part) {
        return JSON.createObjectBuilder().add("text", part.text()).add("matched", part.matched());
    }

    private static <T> JsonArrayBuilder list(Collection<T> items, Function<T, JsonObjectBuilder> item) {
        JsonArrayBuilder list = JSON.createArrayBuilder();
        items.forEach(each -> list.add(item.apply(each)));
        return list;
    }
}
