package io.commonplace.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Recognises the language of a text by its small words (Grefenstette, Comparing two language identification schemes, 1995). A
 * word that several languages have counts for each, but less.
 */
final class LanguageDetector {
    /** More don't change the result. */
    private static final int MAX_WORDS = 200;

    /** With fewer small words, it is no text, but a list of names, or code. */
    private static final int LEAST = 2;

    private static final double LEAST_SHARE = 0.15;

    private static final Map<String, List<Language>> BY_WORD = byWord();

    private LanguageDetector() {}

    private static Map<String, List<Language>> byWord() {
        Map<String, List<Language>> byWord = new HashMap<>();
        for (Language language : Language.values()) {
            language.stopWords()
                    .forEach(word -> byWord.computeIfAbsent(word, missing -> new ArrayList<>())
                            .add(language));
        }
        return byWord;
    }

    /** @param otherwise the result if it is another language, or can't be recognised */
    static Language of(List<SplitText> texts, Language otherwise) {
        List<String> words = texts.stream()
                .flatMap(text -> text.words().stream())
                .limit(MAX_WORDS)
                .map(word -> lowerCase(word.written()))
                .toList();
        Language likeliest = of(words, List.of(Language.values()));
        long small = words.stream().filter(likeliest.stopWords()::contains).count();
        return small < Math.max(LEAST, LEAST_SHARE * words.size()) ? otherwise : likeliest;
    }

    private static String lowerCase(String word) {
        boolean isLower = word.chars().allMatch(letter -> letter >= 'a' && letter <= 'z');
        return isLower ? word : TextAnalysis.LOWER_CASE.of(word);
    }

    /**
     * The language of a few words.
     *
     * @param words in lower case, with or without accents
     * @param known the possible ones; the first of them if nothing speaks for another
     */
    static Language of(Collection<String> words, List<Language> known) {
        double[] weights = new double[Language.values().length];
        for (String word : words) {
            List<Language> languages = BY_WORD.getOrDefault(word, List.of());
            for (Language language : languages) {
                weights[language.ordinal()] += 1.0 / languages.size();
            }
        }
        Language likeliest = known.get(0);
        for (Language language : known) {
            if (weights[language.ordinal()] > weights[likeliest.ordinal()]) {
                likeliest = language;
            }
        }
        return likeliest;
    }
}
