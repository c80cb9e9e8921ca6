package io.commonplace.search;

import io.commonplace.search.Vocabulary.FrequentWord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds the compounds of a word: {@code Urlaubsantrag} for {@code Antrag}, and for {@code Urlaub}. There is no list of words:
 * a word of the index is a compound if both parts are words of the index.
 */
final class Compounds {
    /** Letters. Shorter parts begin and end too many words by accident. */
    static final int SHORTEST_PART = 4;

    private static final int SHORTEST_COMPOUND = 2 * SHORTEST_PART;
    private static final int LONGEST_COMPOUND = 40;
    private static final int MAX_CANDIDATES = 30;
    private static final int MAX_COMPOUNDS = 6;

    /** The fields in which the other part must be a word. */
    private static final List<String> TEXTS = List.of(Fields.BODY, Fields.TITLE);

    /** What stands between two parts. */
    private static final List<String> LINKS = List.of("", "s", "e", "n", "en", "es", "er");

    private final Vocabulary vocabulary;

    Compounds(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** Whether a word may be a compound. */
    static boolean isLong(String word) {
        return word.length() >= SHORTEST_COMPOUND && word.length() <= LONGEST_COMPOUND;
    }

    /** The most frequent ones. */
    List<String> of(String part) throws IOException {
        if (part.length() < SHORTEST_PART) {
            return List.of();
        }
        List<Candidate> candidates = new ArrayList<>();
        for (FrequentWord found : vocabulary.beginning(Fields.LONG_WORDS, part)) {
            candidates.add(new Candidate(found, found.word().substring(part.length()), true));
        }
        for (FrequentWord found : vocabulary.beginning(Fields.REVERSED, backwards(part))) {
            String word = backwards(found.word());
            String rest = word.substring(0, word.length() - part.length());
            candidates.add(new Candidate(new FrequentWord(word, found.pages()), rest, false));
        }
        candidates.sort(Comparator.comparingInt(candidate -> -candidate.word.pages()));
        return compounds(candidates);
    }

    private List<String> compounds(List<Candidate> candidates) throws IOException {
        Set<String> compounds = new LinkedHashSet<>();
        List<Candidate> frequent = candidates.subList(0, Math.min(MAX_CANDIDATES, candidates.size()));
        vocabulary.expect(
                TEXTS,
                frequent.stream()
                        .flatMap(candidate -> candidate.others().stream())
                        .toList());
        for (Candidate candidate : frequent) {
            if (compounds.size() < MAX_COMPOUNDS && isCompound(candidate)) {
                compounds.add(candidate.word.word());
            }
        }
        return List.copyOf(compounds);
    }

    private boolean isCompound(Candidate candidate) throws IOException {
        for (String other : candidate.others()) {
            if (vocabulary.has(TEXTS, other)) {
                return true;
            }
        }
        return false;
    }

    static String backwards(String word) {
        return new StringBuilder(word).reverse().toString();
    }

    /**
     * A word that may be a compound.
     *
     * @param rest the word without the part that is looked for
     * @param restFollows whether it stands after the part, not before it
     */
    private record Candidate(FrequentWord word, String rest, boolean restFollows) {
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
