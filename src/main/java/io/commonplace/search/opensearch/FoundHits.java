package io.commonplace.search.opensearch;

import io.commonplace.search.Fields;
import io.commonplace.search.Hit;
import io.commonplace.search.QueryPlan;
import io.commonplace.search.Snippet;
import io.commonplace.search.Snippets;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Makes results of pages that were found. The passages are looked for here, in the few texts that are shown: OpenSearch has their
 * words, but doesn't know how a text becomes words.
 */
final class FoundHits {
    /** What must be asked for of each page. */
    static final List<String> NAMES = Stream.concat(
                    StoredPage.NAMES.stream(),
                    Stream.of(
                            Fields.LANGUAGE,
                            StoredPage.shown(Fields.BODY),
                            StoredPage.shown(Fields.SECTIONS),
                            StoredPage.shown(Fields.FILE_PARTS)))
            .toList();

    private final Connection connection;
    private final String index;
    private final QueryPlan plan;

    FoundHits(Connection connection, String index, QueryPlan plan) {
        this.connection = connection;
        this.index = index;
        this.plan = plan;
    }

    List<Hit> of(List<StoredPage> pages) throws IOException {
        Map<Long, Snippet> own = new HashMap<>();
        List<StoredPage> others = new ArrayList<>();
        for (StoredPage page : pages) {
            Snippet snippet =
                    Snippets.of(page.text(Fields.BODY), page.language(), Fields.BODY, plan.inField(Fields.BODY));
            own.put(page.id(), snippet);
            if (plan.hasWords()
                    && snippet.offset() < 0
                    && !page.text(Fields.FILE_PARTS).isEmpty()) {
                others.add(page);
            }
        }
        Map<Long, Snippet> ofFiles = ofFiles(others);
        return pages.stream()
                .map(page -> ofFiles.containsKey(page.id())
                        ? Hit.inFile(page.page(), ofFiles.get(page.id()), page.text(Fields.FILE_PARTS))
                        : Hit.inPage(
                                page.page(), own.getOrDefault(page.id(), Snippet.EMPTY), page.text(Fields.SECTIONS)))
                .toList();
    }

    /** By page, for those whose own text has no word of the query. */
    private Map<Long, Snippet> ofFiles(List<StoredPage> pages) throws IOException {
        Map<Long, Snippet> snippets = new HashMap<>();
        Map<Long, String> texts = pages.isEmpty() ? Map.of() : texts(pages);
        for (StoredPage page : pages) {
            Snippet snippet = Snippets.of(
                    texts.getOrDefault(page.id(), ""),
                    page.languageOfFiles(),
                    Fields.FILE_TEXT,
                    plan.inField(Fields.FILE_TEXT));
            if (snippet.offset() >= 0) {
                snippets.put(page.id(), snippet);
            }
        }
        return snippets;
    }

    private Map<Long, String> texts(List<StoredPage> pages) {
        List<String> ids = pages.stream().map(page -> Long.toString(page.id())).toList();
        Map<Long, String> texts = new HashMap<>();
        connection
                .ask(client -> client.mget(
                        get -> get.index(index).ids(ids).sourceIncludes(Fields.ID, StoredPage.shown(Fields.FILE_TEXT)),
                        JsonObject.class))
                .docs()
                .forEach(found -> {
                    if (found.isResult() && found.result().found()) {
                        StoredPage page = new StoredPage(found.result().source());
                        texts.put(page.id(), page.text(Fields.FILE_TEXT));
                    }
                });
        return texts;
    }
}
