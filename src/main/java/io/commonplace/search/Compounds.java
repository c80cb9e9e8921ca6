package io.commonplace.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;

/**
 * Finds the compounds of a word: {@code Urlaubsantrag} for {@code Antrag}, and for {@code Urlaub}. There is no list of words:
 * a word of the index is a compound if both parts are words of the index.
 */
final class Compounds {
    /** Letters. Shorter parts begin and end too many words by accident. */
    static final int SHORTEST_PART = 4;

    /** The words of the index that begin or end with a part, of which the more frequent ones are looked at. */
    private static final int MAX_TERMS = 300;

    private static final int MAX_CANDIDATES = 30;
    private static final int MAX_COMPOUNDS = 6;

    /** What stands between two parts. */
    private static final List<String> LINKS = List.of("", "s", "e", "n", "en", "es", "er");

    private final IndexReader index;

    Compounds(IndexReader index) {
        this.index = index;
    }

    /** The most frequent ones. */
    List<String> of(String part) throws IOException {
        if (part.length() < SHORTEST_PART) {
            return List.of();
        }
        List<Candidate> candidates = new ArrayList<>();
        for (Word found : beginning(Fields.LONG_WORDS, part)) {
            candidates.add(new Candidate(found, found.text.substring(part.length()), true));
        }
        for (Word found : beginning(Fields.REVERSED, backwards(part))) {
            String word = backwards(found.text);
            String rest = word.substring(0, word.length() - part.length());
            candidates.add(new Candidate(new Word(word, found.pages), rest, false));
        }
        candidates.sort(Comparator.comparingInt(candidate -> -candidate.word.pages));
        return compounds(candidates);
    }

    private List<String> compounds(List<Candidate> candidates) throws IOException {
        Set<String> compounds = new LinkedHashSet<>();
        for (Candidate candidate : candidates.subList(0, Math.min(MAX_CANDIDATES, candidates.size()))) {
            if (compounds.size() < MAX_COMPOUNDS && isCompound(candidate)) {
                compounds.add(candidate.word.text);
            }
        }
        return List.copyOf(compounds);
    }

    private boolean isCompound(Candidate candidate) throws IOException {
        for (String other : candidate.others()) {
            if (isWord(Fields.BODY, other) || isWord(Fields.TITLE, other)) {
                return true;
            }
        }
        return false;
    }

    private boolean isWord(String field, String text) throws IOException {
        return index.docFreq(new Term(field, text)) > 0;
    }

    private List<Word> beginning(String field, String prefix) throws IOException {
        List<Word> found = new ArrayList<>();
        Terms all = MultiTerms.getTerms(index, field);
        if (all == null) {
            return found;
        }
        TermsEnum words = all.iterator();
        boolean more = words.seekCeil(new BytesRef(prefix)) != TermsEnum.SeekStatus.END;
        while (more && found.size() < MAX_TERMS) {
            String word = words.term().utf8ToString();
            if (!word.startsWith(prefix)) {
                return found;
            }
            if (word.length() >= prefix.length() + SHORTEST_PART) {
                found.add(new Word(word, words.docFreq()));
            }
            more = words.next() != null;
        }
        return found;
    }

    private static String backwards(String word) {
        return new StringBuilder(word).reverse().toString();
    }

    private record Word(String text, int pages) {}

    /**
     * A word that may be a compound.
     *
     * @param rest the word without the part that is looked for
     * @param restFollows whether it stands after the part, not before it
     */
    private record Candidate(Word word, String rest, boolean restFollows) {
        /** What the other part may be. */
        private List<String> others() {
            return LINKS.stream()
                    .filter(link -> restFollows ? rest.startsWith(link) : rest.endsWith(link))
                    .map(link -> restFollows
                            ? rest.substring(link.length())
                            : rest.substring(0, rest.length() - link.length()))
                    .filter(other -> other.length() >= SHORTEST_PART)
                    .toList();
        }
    }
}
