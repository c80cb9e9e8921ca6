package io.commonplace.search.opensearch;

import static io.commonplace.search.opensearch.AnswerParts.part;

import io.commonplace.search.Fields;
import io.commonplace.search.FoundPeople;
import java.util.Map;
import org.opensearch.client.opensearch._types.aggregations.Aggregate;
import org.opensearch.client.opensearch.core.SearchRequest;

/** Counts pages by the people who changed them last. */
final class FoundPersons {
    private static final String FIRST = "people";
    private static final String ALL = "number";
    private static final String AUTHOR = Fields.AUTHOR + DocumentJson.VALUE;

    /** Up to this number of people, their number is right; above it, it is an estimate. */
    private static final int PRECISE = 3_000;

    private FoundPersons() {}

    static SearchRequest.Builder ask(SearchRequest.Builder request, int limit) {
        return request.size(0)
                .aggregations(
                        FIRST, each -> each.terms(terms -> terms.field(AUTHOR).size(limit)))
                .aggregations(
                        ALL,
                        each -> each.cardinality(number -> number.field(AUTHOR).precisionThreshold(PRECISE)));
    }

    static FoundPeople read(Map<String, Aggregate> counted) {
        return new FoundPeople(FoundCounts.facets(part(counted, FIRST)), (int)
                part(counted, ALL).cardinality().value());
    }
}
