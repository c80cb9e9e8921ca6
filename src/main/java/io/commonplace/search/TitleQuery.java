package io.commonplace.search;

import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** The queries for titles while a person types: each typed word must be the beginning of a word of the title. */
public final class TitleQuery {
    private static final int MAX_WORDS = 8;
    private static final int SHORTEST_FUZZY = 3;
    private static final int FUZZY_EXPANSIONS = 50;
    private static final float WHOLE_WORD = 0.5f;

    private final List<TypedWord> words;
    private final VisibleSpaces spaces;
    private final Languages languages;

    public TitleQuery(String typed, VisibleSpaces spaces, Languages languages) {
        this.words = languages.words(typed, MAX_WORDS);
        this.spaces = spaces;
        this.languages = languages;
    }

    /** The pages that this person changed last. */
    public static Query changedBy(long person, VisibleSpaces spaces) {
        return new BooleanQuery.Builder()
                .add(TitleBoosts.pagesOf(person), Occur.FILTER)
                .add(spaces.pages(), Occur.FILTER)
                .build();
    }

    /** Whether no word was typed. */
    public boolean isEmpty() {
        return words.isEmpty();
    }

    /** @param fuzzy whether one typing error a word is allowed */
    public Query titles(boolean fuzzy) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        for (TypedWord word : words) {
            query.add(beginnings(word.plain(), fuzzy), Occur.MUST);
            // A title that has the word whole comes before one in which it only begins a word.
            query.add(whole(word), Occur.SHOULD);
        }
        return query.add(spaces.pages(), Occur.FILTER).build();
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
