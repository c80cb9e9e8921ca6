package io.commonplace.search;

import java.io.IOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What to look for when somebody types a word: itself, or what it was meant to be, and what means the same. */
final class Alternatives {
    /** Shorter words are taken as they are: too many others are like them. */
    private static final int SHORTEST_SIMILAR = 4;

    /** Comparing costs more with each character, and Lucene refuses it at some length. */
    private static final int LONGEST_SIMILAR = 50;

    private final Vocabulary vocabulary;
    private final Ranking ranking;
    private final Synonyms synonyms;
    private final Languages languages;

    Alternatives(Vocabulary vocabulary, Ranking ranking, Synonyms synonyms, Languages languages) {
        this.vocabulary = vocabulary;
        this.ranking = ranking;
        this.synonyms = synonyms;
        this.languages = languages;
    }

    /**
     * One word, or several that stand next to each other, in the form of the index.
     *
     * @param weight from 0 to 1
     */
    record Alternative(List<String> term, float weight) {}

    /** Announces stems that are looked for next. */
    void expect(Collection<String> stems) throws IOException {
        vocabulary.expect(ranking.words().keySet(), stems);
    }

    /**
     * The alternatives for a word, the best one first.
     *
     * @param limit the highest number of alternatives, at least 1
     */
    List<Alternative> of(TypedWord word, int limit) throws IOException {
        List<Alternative> compounds = compounds(word);
        List<Alternative> used = used(word);
        List<Alternative> meant = used.isEmpty() && compounds.isEmpty() ? meant(word) : used;
        return Stream.of(meant.stream(), compounds.stream(), meaningTheSame(List.of(word)))
                .flatMap(alternatives -> alternatives)
                .limit(limit)
                .toList();
    }

    /** What means the same as a word, or as several that stand next to each other. */
    Stream<Alternative> meaningTheSame(List<TypedWord> term) {
        return languages.terms(term).stream()
                .flatMap(each -> synonyms.of(each.language(), each.stems()).stream())
                .distinct()
                .flatMap(other -> languages.terms(other, SynonymText.MAX_WORDS).stream())
                .distinct()
                .map(other -> new Alternative(other, ranking.synonym()));
    }

    /** Those stems of the word that the index has, the one of the most pages first. */
    private List<Alternative> used(TypedWord word) throws IOException {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (String stem : word.stems()) {
            if (isUsed(stem)) {
                counts.put(stem, vocabulary.frequency(stem));
            }
        }
        return counts.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .map(stem -> new Alternative(List.of(stem.getKey()), 1))
                .toList();
    }

    /** Whether the index has the word in some form. */
    boolean isKnown(String word) throws IOException {
        List<TypedWord> words = languages.words(word, 1);
        return !words.isEmpty() && !used(words.get(0)).isEmpty();
    }

    /** Whether a page has it that the person may see: results must not tell which words other pages have. */
    boolean isUsed(String stem) throws IOException {
        return vocabulary.has(ranking.words().keySet(), stem);
    }

    /** In a compound, the word is only a part of what is meant. */
    private List<Alternative> compounds(TypedWord word) throws IOException {
        Set<String> compounds = new LinkedHashSet<>();
        Compounds all = new Compounds(vocabulary);
        for (String part : languages.compoundParts(word)) {
            for (String compound : all.of(part)) {
                // Those of other pages must not tell that there are any.
                if (vocabulary.has(List.of(Fields.LONG_WORDS), compound)) {
                    compounds.add(compound);
                }
            }
        }
        return compounds.stream()
                .map(compound -> new Alternative(List.of(compound), ranking.compound()))
                .toList();
    }

    /** What an unknown word was meant to be; itself if nothing is like it. */
    private List<Alternative> meant(TypedWord word) throws IOException {
        String plain = word.plain();
        String stem = word.stems().get(0);
        List<Alternative> itself = List.of(new Alternative(List.of(stem), 1));
        if (!isComparable(plain)) {
            return itself;
        }
        Optional<List<String>> split = split(stem);
        if (split.isPresent()) {
            return List.of(new Alternative(split.get(), 1));
        }
        List<Alternative> similar = similar(plain);
        return similar.isEmpty() ? itself : similar;
    }

    /** Whether words like this one are looked for. */
    static boolean isComparable(String plain) {
        int length = plain.codePointCount(0, plain.length());
        return length >= SHORTEST_SIMILAR && length <= LONGEST_SIMILAR;
    }

    /** Two words that stand next to each other somewhere: {@code rollout} in a text that has "roll-out". */
    private Optional<List<String>> split(String word) throws IOException {
        List<List<String>> splits = IntStream.rangeClosed(2, word.length() - 2)
                .mapToObj(i -> List.of(word.substring(0, i), word.substring(i)))
                .toList();
        expect(splits.stream().flatMap(List::stream).toList());
        for (List<String> parts : splits) {
            if (isUsed(parts.get(0)) && isUsed(parts.get(1)) && vocabulary.hasPhrase(parts)) {
                return Optional.of(parts);
            }
        }
        return Optional.empty();
    }

    /** Whole words are compared: "replcation" is like "replication", but not like its stem. */
    private List<Alternative> similar(String plain) throws IOException {
        Map<List<String>, Float> weights = new LinkedHashMap<>();
        for (Vocabulary.SimilarWord found : vocabulary.similar(plain)) {
            languages.terms(found.word(), 1).forEach(stem -> weights.merge(stem, found.score(), Math::max));
        }
        return weights.entrySet().stream()
                .map(each -> new Alternative(each.getKey(), each.getValue()))
                .toList();
    }
}
