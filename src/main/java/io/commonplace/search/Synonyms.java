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
 * @param byTerm for the stems of a term, in whichever language, the other terms of its groups as they are written
 */
record Synonyms(Map<List<String>, Set<String>> byTerm) {
    private static final Languages EVERY_LANGUAGE = new Languages(List.of(Language.values()));

    static final Synonyms STANDARD = of(SynonymText.STANDARD);

    static Synonyms of(SynonymText text) {
        Map<List<String>, Set<String>> byTerm = new HashMap<>();
        text.groups().forEach(group -> {
            for (String term : group) {
                for (List<String> stems : EVERY_LANGUAGE.terms(term, SynonymText.MAX_WORDS)) {
                    Set<String> others = byTerm.computeIfAbsent(stems, missing -> new LinkedHashSet<>());
                    group.stream().filter(other -> !other.equals(term)).forEach(others::add);
                }
            }
        });
        return new Synonyms(byTerm);
    }

    /** The terms that mean the same as this one. */
    Collection<String> of(List<String> stems) {
        return byTerm.getOrDefault(stems, Set.of());
    }
}
