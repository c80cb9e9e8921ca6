package io.commonplace.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds what a person probably wanted to type. */
final class Spelling {
    /** Longer queries are sentences, in which one unknown word doesn't matter. */
    private static final int MAX_WORDS = 6;

    /** A match can't begin inside a word: a text may be one row of a million letters. */
    private static final Pattern WITH_ACCENTS = Pattern.compile("(?<![a-zA-Z])[a-zA-Z]*+[\\p{L}&&[^a-zA-Z]]\\p{L}*");

    private final Vocabulary vocabulary;
    private final Alternatives alternatives;

    Spelling(Vocabulary vocabulary, Alternatives alternatives) {
        this.vocabulary = vocabulary;
        this.alternatives = alternatives;
    }

    /** The words with those replaced that no page has; empty if there is nothing to replace. */
    String corrected(List<String> typed) throws IOException {
        if (typed.size() > MAX_WORDS) {
            return "";
        }
        List<String> words = new ArrayList<>();
        for (String word : typed) {
            words.add(similar(word).orElse(word));
        }
        return words.equals(typed) ? "" : String.join(" ", words);
    }

    private Optional<String> similar(String word) throws IOException {
        List<String> plain = TextAnalysis.words(TextAnalysis.EXACT, word, 1);
        boolean isWord = !plain.isEmpty()
                && plain.get(0).codePoints().allMatch(Character::isLetter)
                && Alternatives.isComparable(plain.get(0));
        if (!isWord || alternatives.isKnown(word)) {
            return Optional.empty();
        }
        List<Vocabulary.SimilarWord> similar = vocabulary.similar(plain.get(0));
        return similar.isEmpty()
                ? Optional.empty()
                : Optional.of(written(similar.get(0).word()));
    }

    /** A word as a page writes it, with its accents. */
    private String written(String word) throws IOException {
        return vocabulary.textsWith(word).stream()
                .flatMap(text -> WITH_ACCENTS.matcher(text).results())
                .map(found -> found.group().toLowerCase(Locale.ROOT))
                .filter(found ->
                        TextAnalysis.words(TextAnalysis.EXACT, found, 1).contains(word))
                .findFirst()
                .orElse(word);
    }
}
