package io.commonplace.search;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Groups of terms that mean the same. A term is one word, or several that stand next to each other.
 *
 * @param byTerm the other terms of its groups, as they are written
 */
public record Synonyms(Map<Term, Set<String>> byTerm) {
    public static final Synonyms STANDARD = of(SynonymText.STANDARD);

    /** The stems of a term in one language: a stem may be another word in another one. */
    public record Term(Language language, List<String> stems) {}

    static Synonyms of(SynonymText text) {
        Map<Term, Set<String>> byTerm = new HashMap<>();
        text.groups().forEach(group -> {
            for (String term : group) {
                List<String> others =
                        group.stream().filter(other -> !other.equals(term)).toList();
                for (Language language : Language.values()) {
                    List<String> stems = TextAnalysis.words(language.words(), term, SynonymText.MAX_WORDS);
                    byTerm.computeIfAbsent(new Term(language, stems), missing -> new LinkedHashSet<>())
                            .addAll(others);
                }
            }
        });
        return new Synonyms(byTerm);
    }

    /** The terms that mean the same as this one. */
    Collection<String> of(Language language, List<String> stems) {
        return byTerm.getOrDefault(new Term(language, stems), Set.of());
    }
}
