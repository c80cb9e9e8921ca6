package io.commonplace.search;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.function.FunctionScoreQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/**
 * Which pages come first among those whose titles fit equally well: the person's own ones, new ones, and those of the space in
 * which the person is. All of it together weighs less than a title that fits better.
 *
 * @param space null for none
 * @param recent the time from which on a change is new
 */
public record TitleBoosts(long person, @Nullable Long space, Instant recent) {
    private static final float OWN = 1.1f;
    private static final float RECENT = 1.05f;
    private static final float HERE = 1.05f;

    Query in(Query titles) {
        Query boosted = titles;
        for (Map.Entry<Query, Float> each : factors().entrySet()) {
            boosted = FunctionScoreQuery.boostByQuery(boosted, each.getKey(), each.getValue());
        }
        return boosted;
    }

    /** By which factors the scores of some pages are multiplied. */
    public Map<Query, Float> factors() {
        Map<Query, Float> factors = new LinkedHashMap<>();
        factors.put(pagesOf(person), OWN);
        factors.put(LongField.newRangeQuery(Fields.CHANGED, recent.getEpochSecond(), Long.MAX_VALUE), RECENT);
        if (space != null) {
            factors.put(new TermQuery(new Term(Fields.SPACE, Long.toString(space))), HERE);
        }
        return factors;
    }

    /** The pages that this person changed last. */
    public static Query pagesOf(long person) {
        return new TermQuery(new Term(Fields.CHANGED_BY, Long.toString(person)));
    }
}
