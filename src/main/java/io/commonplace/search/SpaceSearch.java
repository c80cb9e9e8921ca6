package io.commonplace.search;

import io.commonplace.pages.SpaceHead;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** Finds spaces by the beginnings of words. It remembers the words of texts, because finding them takes most of the time. */
@ApplicationScoped
public class SpaceSearch {
    private static final int MAX_TYPED = 8;
    private static final int MAX_WORDS = 100;
    private static final int MAX_TEXTS = 10_000;

    private final Map<String, List<String>> words = new ConcurrentHashMap<>();

    /** Those with all words in the name or the key, then those that also need the description. */
    List<SpaceHead> find(Collection<SpaceHead> spaces, Collection<String> typed) {
        List<SpaceHead> named = named(spaces, typed);
        List<SpaceHead> described = having(spaces, typed, space -> name(space) + " " + space.description());
        return Stream.concat(named.stream(), described.stream()).distinct().toList();
    }

    /** Those with all words in the name or the key. */
    List<SpaceHead> named(Collection<SpaceHead> spaces, Collection<String> typed) {
        return having(spaces, typed, SpaceSearch::name);
    }

    private List<SpaceHead> having(
            Collection<SpaceHead> spaces, Collection<String> typed, Function<SpaceHead, String> text) {
        List<String> beginnings = TextAnalysis.words(TextAnalysis.TYPED, String.join(" ", typed), MAX_TYPED);
        return beginnings.isEmpty()
                ? List.of()
                : spaces.stream()
                        .filter(space -> hasAll(words(text.apply(space)), beginnings))
                        .toList();
    }

    private static String name(SpaceHead space) {
        return space.name() + " " + space.slug();
    }

    private static boolean hasAll(List<String> words, List<String> beginnings) {
        return beginnings.stream().allMatch(beginning -> words.stream().anyMatch(word -> word.startsWith(beginning)));
    }

    private List<String> words(String text) {
        if (words.size() > MAX_TEXTS) {
            words.clear();
        }
        return words.computeIfAbsent(text, unknown -> TextAnalysis.words(TextAnalysis.TYPED, unknown, MAX_WORDS));
    }
}
