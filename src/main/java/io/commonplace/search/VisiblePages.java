package io.commonplace.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.spell.DirectSpellChecker;
import org.apache.lucene.search.spell.SuggestMode;
import org.apache.lucene.search.spell.SuggestWord;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;

/** The words of the pages that a person may see, in one state of the index. */
record VisiblePages(IndexSearcher searcher, VisibleSpaces spaces) implements Vocabulary {
    private static final Set<String> TEXTS = Set.of(Fields.TITLE, Fields.BODY);
    private static final int ONE_EDIT_UP_TO = 5;
    private static final int MAX_SIMILAR = 5;

    /** Some are of pages that the person may not see. */
    private static final int MAX_CANDIDATES = 20;

    /** The words of the index that begin or end with a part, of which the more frequent ones are looked at. */
    private static final int MAX_BEGINNING = 300;

    @Override
    public boolean has(Collection<String> fields, String word) throws IOException {
        for (String field : fields) {
            if (have(new Term(field, word))) {
                return true;
            }
        }
        return false;
    }

    @Override
    public int frequency(String word) throws IOException {
        return searcher.getIndexReader().docFreq(new Term(Fields.BODY, word));
    }

    @Override
    public boolean hasPhrase(List<String> words) throws IOException {
        return first(RankedQuery.phrase(Fields.BODY, words, 0)).isPresent();
    }

    @Override
    public List<SimilarWord> similar(String word) throws IOException {
        Term typed = new Term(Fields.EXACT, word);
        List<SimilarWord> similar = new ArrayList<>();
        if (have(typed)) {
            return similar;
        }
        DirectSpellChecker checker = new DirectSpellChecker();
        checker.setMaxEdits(word.length() <= ONE_EDIT_UP_TO ? 1 : 2);
        for (SuggestWord candidate :
                checker.suggestSimilar(typed, MAX_CANDIDATES, searcher.getIndexReader(), SuggestMode.SUGGEST_ALWAYS)) {
            if (similar.size() < MAX_SIMILAR && have(new Term(Fields.EXACT, candidate.string))) {
                similar.add(new SimilarWord(candidate.string, candidate.score));
            }
        }
        return similar;
    }

    @Override
    public List<FrequentWord> beginning(String field, String prefix) throws IOException {
        List<FrequentWord> found = new ArrayList<>();
        Terms all = MultiTerms.getTerms(searcher.getIndexReader(), field);
        if (all == null) {
            return found;
        }
        TermsEnum words = all.iterator();
        boolean more = words.seekCeil(new BytesRef(prefix)) != TermsEnum.SeekStatus.END;
        while (more && found.size() < MAX_BEGINNING) {
            String word = words.term().utf8ToString();
            if (!word.startsWith(prefix)) {
                return found;
            }
            if (word.length() >= prefix.length() + Compounds.SHORTEST_PART) {
                found.add(new FrequentWord(word, words.docFreq()));
            }
            more = words.next() != null;
        }
        return found;
    }

    @Override
    public List<String> textsWith(String word) throws IOException {
        OptionalInt page = first(new TermQuery(new Term(Fields.EXACT, word)));
        if (page.isEmpty()) {
            return List.of();
        }
        Document texts = searcher.storedFields().document(page.getAsInt(), TEXTS);
        return TEXTS.stream().map(texts::get).toList();
    }

    /** It is asked for each word and field, so it costs less than a query does. */
    private boolean have(Term term) throws IOException {
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            PostingsEnum pages = leaf.reader().postings(term, PostingsEnum.NONE);
            if (pages != null && isAnyVisible(pages, leaf.reader())) {
                return true;
            }
        }
        return false;
    }

    private OptionalInt first(Query query) throws IOException {
        Query both = new BooleanQuery.Builder()
                .add(query, Occur.FILTER)
                .add(spaces.pages(), Occur.FILTER)
                .build();
        return Arrays.stream(searcher.search(both, 1).scoreDocs)
                .mapToInt(hit -> hit.doc)
                .findFirst();
    }

    private boolean isAnyVisible(DocIdSetIterator pages, LeafReader reader) throws IOException {
        SortedDocValues space = DocValues.getSorted(reader, spaces.field());
        Bits live = reader.getLiveDocs();
        Set<Integer> hidden = new HashSet<>();
        for (int page = pages.nextDoc(); page != DocIdSetIterator.NO_MORE_DOCS; page = pages.nextDoc()) {
            boolean exists = (live == null || live.get(page)) && space.advanceExact(page);
            if (exists && !hidden.contains(space.ordValue())) {
                if (isVisible(space, space.ordValue())) {
                    return true;
                }
                hidden.add(space.ordValue());
            }
        }
        return false;
    }

    private boolean isVisible(SortedDocValues space, int ordinal) throws IOException {
        return spaces.ids().contains(Long.parseLong(space.lookupOrd(ordinal).utf8ToString()));
    }
}
