package io.commonplace.admin.web;

import io.commonplace.operations.SearchFacts;
import io.commonplace.platform.Messages;
import io.commonplace.search.SearchMetrics;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How long searches or suggestions of a clone took in the last five minutes.
 *
 * @param kind in words
 * @param median in milliseconds, as the next one
 * @param percentile99 only one in a hundred took longer
 */
public record SearchDurations(String kind, String perSecond, String median, String percentile99) {
    /** Nothing, if the clone's version doesn't report it. */
    static List<SearchDurations> of(Map<String, String> facts) {
        return Stream.of(SearchMetrics.Kind.values())
                .flatMap(kind -> Stream.ofNullable(facts.get(SearchFacts.durations(kind)))
                        .map(values -> of(kind, values.split(" "))))
                .toList();
    }

    private static SearchDurations of(SearchMetrics.Kind kind, String[] values) {
        String words = switch (kind) {
            case SEARCH -> Messages.text("cluster.searches.searches");
            case SUGGESTION -> Messages.text("cluster.searches.suggestions");
        };
        return new SearchDurations(words, values[0], values[1], values[2]);
    }
}
