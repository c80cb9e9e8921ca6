package io.commonplace.search.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.commonplace.search.FacetCount;
import io.commonplace.search.FoundPeople;
import io.commonplace.search.SearchResults;
import io.commonplace.search.Suggested;
import io.commonplace.search.Suggestion;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;

class SearchJsonTest {
    private final JsonObject json = read(SearchJson.of(SampleResults.two()));

    @Test
    void aResultSaysWhereTheWordsAre() {
        JsonObject first = json.getJsonArray("results").getJsonObject(0);

        assertThat(first.getString("href")).isEqualTo("/s/handbook/running/the%20night/backups");
        assertThat(first.getJsonObject("section").getString("anchor")).isEqualTo("each-night");
        assertThat(first.getJsonArray("snippet").getJsonObject(1).getBoolean("matched"))
                .isTrue();
        assertThat(first.getString("changedAt")).isEqualTo("2026-11-02T08:00:00Z");
    }

    @Test
    void whatThereIsNotIsNull() {
        assertThat(json.getJsonArray("results").getJsonObject(1).isNull("section"))
                .isTrue();
        assertThat(json.getString("next")).isEqualTo("5.13");
        SearchResults last = new SearchResults(List.of(), 0, "", List.of(), List.of(), List.of(), "", false);
        assertThat(read(SearchJson.of(last)).isNull("next")).isTrue();
        assertThat(read(SearchJson.of(last)).isNull("didYouMean")).isTrue();
    }

    @Test
    void aResultNamesTheFileThatHasTheWords() {
        assertThat(json.getJsonArray("results").getJsonObject(0).isNull("file")).isTrue();
        JsonObject file = json.getJsonArray("results").getJsonObject(1).getJsonObject("file");
        assertThat(file.getString("name")).isEqualTo("a & b.xlsx");
        assertThat(file.getString("href")).startsWith("/files/5/");
    }

    @Test
    void countsAreThoseOfAllResults() {
        assertThat(json.getInt("total")).isEqualTo(40);
        assertThat(json.getJsonArray("spaces").getJsonObject(0).getString("slug"))
                .isEqualTo("handbook");
        assertThat(json.getJsonArray("people").getJsonObject(1).getInt("count")).isEqualTo(10);
    }

    @Test
    void browsersGetSuggestionsAsFourLists() {
        Suggested found =
                new Suggested(List.of(new Suggestion("\"A\"", "Handbook", "a", "/s/handbook/a")), List.of(), List.of());

        assertThat(SuggestionJson.of("a", found, SiteAddress.at("https://wiki.example/")))
                .isEqualTo("[\"a\",[\"\\\"A\\\"\"],[\"Handbook\"],[\"https://wiki.example/s/handbook/a\"]]\n");
        assertThat(SuggestionJson.of(found))
                .isEqualTo("{\"suggestions\":[{\"title\":\"\\\"A\\\"\",\"space\":\"Handbook\","
                        + "\"path\":\"a\",\"href\":\"/s/handbook/a\",\"kind\":\"pages\"}]}\n");
    }

    @Test
    void whatIsSuggestedSaysWhatItIs() {
        Suggested found =
                new Suggested(List.of(), List.of(SampleResults.SPACE), List.of(new FacetCount("Ada Lovelace", 3)));
        JsonArray lines = read(SuggestionJson.of(found)).getJsonArray("suggestions");

        assertThat(lines.getJsonObject(0).getString("kind")).isEqualTo("spaces");
        assertThat(lines.getJsonObject(0).getString("space")).isEqualTo("Space");
        assertThat(lines.getJsonObject(1).getString("kind")).isEqualTo("people");
        assertThat(lines.getJsonObject(1).getString("href")).isEqualTo("/search?q=&by=Ada+Lovelace");
    }

    @Test
    void peopleAndSpacesHaveAnAddress() {
        JsonObject people = read(SearchJson.of(new FoundPeople(List.of(new FacetCount("Ada", 3)), 7)));
        JsonObject spaces = read(SearchJson.of(List.of(SampleResults.SPACE)));

        assertThat(people.getInt("total")).isEqualTo(7);
        assertThat(people.getJsonArray("results").getJsonObject(0).getInt("pages"))
                .isEqualTo(3);
        assertThat(spaces.getJsonArray("results").getJsonObject(0).getString("href"))
                .isEqualTo("/s/handbook");
    }

    private static JsonObject read(String json) {
        return Json.createReader(new StringReader(json)).readObject();
    }
}
