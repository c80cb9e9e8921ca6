package io.commonplace.search.opensearch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.IndexOrDocValuesQuery;
import org.apache.lucene.search.IndexSortSortedNumericDocValuesRangeQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PointRangeQuery;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.BytesRefIterator;
import org.opensearch.client.json.JsonData;
import org.opensearch.client.opensearch._types.FieldValue;
import org.opensearch.client.opensearch._types.query_dsl.BoolQuery;
import org.opensearch.client.opensearch._types.query_dsl.Query;

/**
 * Lucene's queries as those of OpenSearch, which makes Lucene's of them again. They are built of typed parts, so nothing that
 * somebody types is ever read as a syntax.
 */
final class LuceneQueries {
    private LuceneQueries() {}

    static Query of(org.apache.lucene.search.Query query) {
        return of(query, 1);
    }

    /** @throws IllegalArgumentException for a kind that no search uses */
    private static Query of(org.apache.lucene.search.Query query, float boost) {
        if (query instanceof BoostQuery boosted) {
            return of(boosted.getQuery(), boost * boosted.getBoost());
        } else if (query instanceof BooleanQuery bool) {
            return bool(bool, boost);
        } else if (query instanceof DisjunctionMaxQuery best) {
            List<Query> either =
                    best.getDisjuncts().stream().map(LuceneQueries::of).toList();
            return Query.of(q -> q.disMax(m -> m.queries(either)
                    .tieBreaker((double) best.getTieBreakerMultiplier())
                    .boost(boost)));
        } else if (query instanceof MatchAllDocsQuery) {
            return Query.of(q -> q.matchAll(m -> m.boost(boost)));
        } else if (query instanceof MatchNoDocsQuery) {
            return Query.of(q -> q.matchNone(m -> m));
        }
        return ofTerms(query, boost);
    }

    /** Without a clause it finds nothing, as in Lucene; in OpenSearch it would find everything. */
    private static Query bool(BooleanQuery query, float boost) {
        if (query.clauses().isEmpty()) {
            return Query.of(q -> q.matchNone(m -> m));
        }
        BoolQuery.Builder bool = new BoolQuery.Builder().boost(boost);
        for (BooleanClause clause : query.clauses()) {
            Query part = of(clause.getQuery());
            switch (clause.getOccur()) {
                case MUST -> bool.must(part);
                case SHOULD -> bool.should(part);
                case FILTER -> bool.filter(part);
                case MUST_NOT -> bool.mustNot(part);
            }
        }
        if (query.getMinimumNumberShouldMatch() > 0) {
            bool.minimumShouldMatch(Integer.toString(query.getMinimumNumberShouldMatch()));
        }
        return Query.of(q -> q.bool(bool.build()));
    }

    private static Query ofTerms(org.apache.lucene.search.Query query, float boost) {
        if (query instanceof TermQuery term) {
            return Query.of(q -> q.term(t ->
                    t.field(term.getTerm().field()).value(value(term.getTerm())).boost(boost)));
        } else if (query instanceof PhraseQuery phrase) {
            return phrase(phrase, boost);
        } else if (query instanceof FuzzyQuery fuzzy) {
            return Query.of(q -> q.fuzzy(f -> f.field(fuzzy.getField())
                    .value(value(fuzzy.getTerm()))
                    .fuzziness(Integer.toString(fuzzy.getMaxEdits()))
                    .prefixLength(fuzzy.getPrefixLength())
                    .transpositions(fuzzy.getTranspositions())
                    .boost(boost)));
        } else if (query instanceof TermInSetQuery set) {
            return Query.of(q -> q.terms(t -> t.field(set.getField()).terms(v -> v.value(values(set)))));
        }
        return ofField(query);
    }

    private static Query ofField(org.apache.lucene.search.Query query) {
        return query instanceof FieldExistsQuery field
                ? Query.of(q -> q.exists(e -> e.field(field.getField())))
                : range(query);
    }

    private static Query phrase(PhraseQuery phrase, float boost) {
        String words =
                Arrays.stream(phrase.getTerms()).map(Term::text).collect(Collectors.joining(DocumentJson.SEPARATOR));
        return Query.of(q -> q.matchPhrase(m ->
                m.field(phrase.getField()).query(words).slop(phrase.getSlop()).boost(boost)));
    }

    /** Of whole numbers; Lucene has several ways to find them. */
    private static Query range(org.apache.lucene.search.Query query) {
        if (query instanceof IndexSortSortedNumericDocValuesRangeQuery sorted) {
            return range(sorted.getFallbackQuery());
        } else if (query instanceof IndexOrDocValuesQuery either) {
            return range(either.getIndexQuery());
        } else if (query instanceof PointRangeQuery points) {
            return Query.of(q -> q.range(r -> r.field(points.getField())
                    .gte(JsonData.of(LongPoint.decodeDimension(points.getLowerPoint(), 0)))
                    .lte(JsonData.of(LongPoint.decodeDimension(points.getUpperPoint(), 0)))));
        }
        throw new IllegalArgumentException("No search uses " + query.getClass());
    }

    private static FieldValue value(Term term) {
        return FieldValue.of(term.text());
    }

    private static List<FieldValue> values(TermInSetQuery set) {
        try {
            List<FieldValue> values = new ArrayList<>();
            BytesRefIterator terms = set.getBytesRefIterator();
            for (BytesRef term = terms.next(); term != null; term = terms.next()) {
                values.add(FieldValue.of(term.utf8ToString()));
            }
            return values;
        } catch (IOException e) {
            throw new UncheckedIOException("Terms in memory can't be read", e);
        }
    }
}
