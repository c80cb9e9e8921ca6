package io.commonplace.search.opensearch;

import static io.commonplace.search.opensearch.AnswerParts.part;

import io.commonplace.search.FacetCount;
import io.commonplace.search.Fields;
import io.commonplace.search.SearchQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.opensearch.client.opensearch._types.aggregations.Aggregate;
import org.opensearch.client.opensearch._types.query_dsl.Query;
import org.opensearch.client.opensearch.core.SearchRequest;

/** What is counted among the pages that fit a query. */
record FoundCounts(long total, List<FacetCount> bySpace, List<FacetCount> byAuthor, List<Integer> bySpan) {
    private static final int MAX_FACETS = 20;
    private static final String WITHIN = "within";
    private static final String SPACES = "spaces";
    private static final String AUTHORS = "authors";
    private static final String SPAN = "span-";
    private static final String AUTHOR = Fields.AUTHOR + DocumentJson.VALUE;

    /**
     * Asks for the counts.
     *
     * @param within of which pages are counted by space and author
     * @param spaceField see {@link io.commonplace.search.VisibleSpaces#field}
     */
    static void ask(SearchRequest.Builder request, Query within, String spaceField, List<SearchQuery.Dates> spans) {
        request.aggregations(
                WITHIN,
                found -> found.filter(within)
                        .aggregations(
                                SPACES,
                                each -> each.terms(
                                        terms -> terms.field(spaceField).size(MAX_FACETS)))
                        .aggregations(
                                AUTHORS,
                                each -> each.terms(terms -> terms.field(AUTHOR).size(MAX_FACETS))));
        for (int i = 0; i < spans.size(); i++) {
            Query span = LuceneQueries.of(spans.get(i).changed());
            request.aggregations(SPAN + i, each -> each.filter(span));
        }
    }

    static FoundCounts read(Map<String, Aggregate> counted, int spans) {
        var within = part(counted, WITHIN).filter();
        List<Integer> bySpan = new ArrayList<>();
        for (int i = 0; i < spans; i++) {
            bySpan.add((int) part(counted, SPAN + i).filter().docCount());
        }
        return new FoundCounts(
                within.docCount(),
                facets(part(within.aggregations(), SPACES)),
                facets(part(within.aggregations(), AUTHORS)),
                bySpan);
    }

    static List<FacetCount> facets(Aggregate counted) {
        return counted.sterms().buckets().array().stream()
                .map(bucket -> new FacetCount(bucket.key(), (int) bucket.docCount()))
                .toList();
    }
}
