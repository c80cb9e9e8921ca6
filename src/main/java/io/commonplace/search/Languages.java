package io.commonplace.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;

/**
 * The languages of the pages in an index. A typed word is looked for by its stem in each of them.
 *
 * @param present English first, then that of the most pages
 */
public record Languages(List<Language> present) {
    static Languages of(IndexReader index) throws IOException {
        Map<String, Integer> pages = new HashMap<>();
        for (Language language : Language.values()) {
            pages.put(language.code(), index.docFreq(new Term(Fields.LANGUAGE, language.code())));
        }
        return of(pages);
    }

    /** @param pages the number of pages by the languages' codes */
    public static Languages of(Map<String, Integer> pages) {
        Map<Language, Integer> known = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            known.put(language, pages.getOrDefault(language.code(), 0));
        }
        known.put(Language.ENGLISH, Integer.MAX_VALUE);
        return new Languages(known.keySet().stream()
                .filter(language -> known.getOrDefault(language, 0) > 0)
                .sorted(Comparator.comparing(known::get, Comparator.reverseOrder()))
                .toList());
    }

    /** The words of a text, at most {@code limit}. */
    List<TypedWord> words(String text, int limit) {
        List<TypedWord> words = new ArrayList<>();
        for (SplitText.Word word : SplitText.of(text, limit).words()) {
            words.add(new TypedWord(
                    TextAnalysis.PLAIN.of(word.written()),
                    present.stream()
                            .map(language -> language.stems().of(word.written()))
                            .toList()));
        }
        words.removeIf(word -> word.plain().isEmpty());
        return words;
    }

    /** The stems of all words of a text, in each language in which they differ. */
    Set<List<String>> terms(String text, int limit) {
        Set<List<String>> terms = new LinkedHashSet<>();
        present.forEach(language -> terms.add(TextAnalysis.words(language.words(), text, limit)));
        return terms;
    }

    /** The language in which somebody asks. */
    Language of(List<TypedWord> words) {
        return LanguageDetector.of(words.stream().map(TypedWord::plain).toList(), present);
    }

    /** A term in each language. */
    List<Synonyms.Term> terms(List<TypedWord> term) {
        return IntStream.range(0, present.size())
                .mapToObj(i -> new Synonyms.Term(
                        present.get(i),
                        term.stream().map(word -> word.byLanguage().get(i)).toList()))
                .toList();
    }

    /** The stems of a word in those languages that have compounds. */
    Set<String> compoundParts(TypedWord word) {
        return IntStream.range(0, present.size())
                .filter(language -> present.get(language).isCompounding())
                .mapToObj(language -> word.byLanguage().get(language))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
