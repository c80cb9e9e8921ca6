package io.commonplace.search;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Groups of terms that mean the same. A term is one word, or several that stand next to each other.
 *
 * @param byTerm the other terms of its groups, each as analysed words
 */
record Synonyms(Map<List<String>, Set<List<String>>> byTerm) {
    private static final int MAX_WORDS = 4;

    static final Synonyms STANDARD = standard();

    static final Synonyms NONE = new Synonyms(Map.of());

    /** @param lines each a group of terms, separated by commas; those that begin with {@code #} are comments */
    static Synonyms of(Stream<String> lines) {
        Map<List<String>, Set<List<String>>> byTerm = new HashMap<>();
        lines.filter(line -> !line.startsWith("#")).forEach(line -> {
            List<List<String>> group = Stream.of(line.split(","))
                    .map(term -> TextAnalysis.words(TextAnalysis.WORDS, term, MAX_WORDS))
                    .filter(term -> !term.isEmpty())
                    .toList();
            for (List<String> term : group) {
                Set<List<String>> others = byTerm.computeIfAbsent(term, missing -> new LinkedHashSet<>());
                group.stream().filter(other -> !other.equals(term)).forEach(others::add);
            }
        });
        return new Synonyms(byTerm);
    }

    private static Synonyms standard() {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(Synonyms.class.getResourceAsStream("synonyms.txt"), StandardCharsets.UTF_8))) {
            return of(lines.lines());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The terms that mean the same as this one. */
    Collection<List<String>> of(List<String> term) {
        return byTerm.getOrDefault(term, Set.of());
    }
}
