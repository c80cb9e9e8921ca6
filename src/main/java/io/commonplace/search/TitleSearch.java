package io.commonplace.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;

/**
 * Finds titles while a person types: each typed word must be the beginning of a word of the title. If no title fits, one
 * typing error a word is allowed.
 */
final class TitleSearch {
    private static final int MAX_WORDS = 8;
    private static final int SHORTEST_FUZZY = 3;
    private static final int FUZZY_EXPANSIONS = 50;
    private static final float WHOLE_WORD = 0.5f;
    private static final Set<String> SHOWN =
            Set.of(Fields.ID, Fields.SPACE, Fields.PATH, Fields.TITLE, Fields.AUTHOR, Fields.CHANGED);

    private final IndexSearcher searcher;
    private final VisibleSpaces spaces;
    private final Languages languages;

    TitleSearch(IndexSearcher searcher, VisibleSpaces spaces) throws IOException {
        this.searcher = searcher;
        this.spaces = spaces;
        this.languages = Languages.of(searcher.getIndexReader());
    }

    List<IndexedPage> find(String typed, Favour favour, int limit) throws IOException {
        List<TypedWord> words = languages.words(typed, MAX_WORDS);
        if (words.isEmpty()) {
            return List.of();
        }
        List<IndexedPage> found = read(searcher.search(favour.in(titles(words, false)), limit));
        return found.isEmpty() ? read(searcher.search(favour.in(titles(words, true)), limit)) : found;
    }

    /** The pages that this person changed last, the latest change first. */
    List<IndexedPage> changedBy(long person, int limit) throws IOException {
        Query query = new BooleanQuery.Builder()
                .add(Favour.pagesOf(person), Occur.FILTER)
                .add(spaces.pages(), Occur.FILTER)
                .build();
        return read(searcher.search(query, limit, PageSearch.BY_DATE));
    }

    private Query titles(List<TypedWord> words, boolean fuzzy) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        for (TypedWord word : words) {
            query.add(beginnings(word.plain(), fuzzy), Occur.MUST);
            // A title that has the word whole comes before one in which it only begins a word.
            query.add(whole(word), Occur.SHOULD);
        }
        return query.add(spaces.pages(), Occur.FILTER).build();
    }

    private List<IndexedPage> read(TopDocs found) throws IOException {
        List<IndexedPage> pages = new ArrayList<>();
        for (ScoreDoc hit : found.scoreDocs) {
            pages.add(PageDocument.read(searcher.storedFields().document(hit.doc, SHOWN)));
        }
        return pages;
    }

    private static Query whole(TypedWord word) {
        List<Query> stems = word.stems().stream()
                .<Query>map(stem -> new TermQuery(new Term(Fields.TITLE, stem)))
                .toList();
        return new BoostQuery(new DisjunctionMaxQuery(stems, 0), WHOLE_WORD);
    }

    /** In German, "ae" can be another way to write "ä". */
    private Query beginnings(String word, boolean fuzzy) {
        String withoutUmlauts = word.replaceAll("([aou])e", "$1");
        if (withoutUmlauts.equals(word) || !languages.present().contains(Language.GERMAN)) {
            return beginning(word, fuzzy);
        }
        return new DisjunctionMaxQuery(List.of(beginning(word, fuzzy), beginning(withoutUmlauts, fuzzy)), 0);
    }

    private static Query beginning(String word, boolean fuzzy) {
        Term term = new Term(Fields.BEGINNINGS, word);
        if (!fuzzy) {
            return new TermQuery(term);
        }
        return word.length() < SHORTEST_FUZZY
                ? new MatchNoDocsQuery("too short for a typing error")
                : new FuzzyQuery(term, 1, 1, FUZZY_EXPANSIONS, true);
    }
}
