package io.commonplace.search.opensearch;

import static io.commonplace.search.opensearch.AnswerParts.part;

import io.commonplace.search.Fields;
import io.commonplace.search.Languages;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.opensearch.client.opensearch.core.SearchResponse;

/**
 * The languages of the pages in the index. Each search needs them, so they are asked for again only after a second, or after
 * this clone's own changes. Until then the first page in a language is found on other clones by the words as they are written.
 */
final class PresentLanguages {
    private static final Duration KEPT = Duration.ofSeconds(1);
    private static final int MAX_LANGUAGES = 50;

    private final Connection connection;
    private final String index;
    private volatile @Nullable Read last;

    PresentLanguages(Connection connection, String index) {
        this.connection = connection;
        this.index = index;
    }

    Languages now() {
        Read known = last;
        if (known == null || System.nanoTime() - known.at > KEPT.toNanos()) {
            known = new Read(read(), System.nanoTime());
            last = known;
        }
        return known.languages;
    }

    /** Must be called when changes of this clone can be found. */
    void changed() {
        last = null;
    }

    private Languages read() {
        Map<String, Integer> pages = new HashMap<>();
        SearchResponse<JsonObject> answer = connection.ask(client -> client.search(
                search -> search.index(index)
                        .size(0)
                        .allowPartialSearchResults(false)
                        .aggregations(
                                "languages",
                                each -> each.terms(
                                        terms -> terms.field(Fields.LANGUAGE).size(MAX_LANGUAGES))),
                JsonObject.class));
        part(answer.aggregations(), "languages")
                .sterms()
                .buckets()
                .array()
                .forEach(bucket -> pages.put(bucket.key(), (int) bucket.docCount()));
        return Languages.of(pages);
    }

    private record Read(Languages languages, long at) {}
}
