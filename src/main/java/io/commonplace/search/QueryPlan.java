package io.commonplace.search;

import java.io.IOException;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;

/**
 * How an index is asked for what a person looks for. The queries are Lucene's: OpenSearch, which is made of Lucene, has the same
 * ones in its own notation.
 */
public final class QueryPlan {
    private final PageQuery asked;
    private final Languages languages;
    private final RankedQuery ranked;
    private final Spelling spelling;

    public QueryPlan(PageQuery asked, Languages languages, Vocabulary vocabulary) throws IOException {
        this(asked, Ranking.STANDARD, languages, vocabulary);
    }

    QueryPlan(PageQuery asked, Ranking ranking, Languages languages, Vocabulary vocabulary) throws IOException {
        Alternatives alternatives = new Alternatives(vocabulary, ranking, asked.synonyms(), languages);
        this.asked = asked;
        this.languages = languages;
        this.ranked = new RankedQuery(String.join(" ", asked.query().words()), ranking, alternatives, languages);
        this.spelling = new Spelling(vocabulary, alternatives);
    }

    /** @param all whether a page must have most of the words; otherwise one is enough */
    public Query pages(boolean all) throws IOException {
        BooleanQuery.Builder query = new BooleanQuery.Builder().add(ranked.query(all), Occur.MUST);
        query.add(asked.spaces().pages(), Occur.FILTER);
        QueryFilters filters = new QueryFilters(query, asked.spaces(), languages);
        asked.query().clauses().forEach(filters::add);
        asked.query().dates().forEach(filters::add);
        return query.build();
    }

    /** Whether {@link #inField} can find anything; a query may consist of filters. */
    public boolean hasWords() {
        return ranked.hasWords();
    }

    /** The words in one field alone, for highlighting. */
    public Query inField(String field) {
        return ranked.inField(field);
    }

    /** What the person probably wanted to type; empty if the words are fine. */
    public String corrected() throws IOException {
        return spelling.corrected(asked.query().words());
    }
}
