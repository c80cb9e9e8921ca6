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
 * @param byTerm the other terms of its groups, each as analysed words
 */
record Synonyms(Map<List<String>, Set<List<String>>> byTerm) {
    static final Synonyms STANDARD = of(SynonymText.STANDARD);

    static Synonyms of(SynonymText text) {
        Map<List<String>, Set<List<String>>> byTerm = new HashMap<>();
        text.groups().forEach(terms -> {
            List<List<String>> group = terms.stream()
                    .map(term -> TextAnalysis.words(TextAnalysis.WORDS, term, SynonymText.MAX_WORDS))
                    .filter(term -> !term.isEmpty())
                    .toList();
            for (List<String> term : group) {
                Set<List<String>> others = byTerm.computeIfAbsent(term, missing -> new LinkedHashSet<>());
                group.stream().filter(other -> !other.equals(term)).forEach(others::add);
            }
        });
        return new Synonyms(byTerm);
    }

    /** The terms that mean the same as this one. */
    Collection<List<String>> of(List<String> term) {
        return byTerm.getOrDefault(term, Set.of());
    }
}
