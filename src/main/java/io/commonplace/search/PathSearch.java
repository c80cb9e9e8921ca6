package io.commonplace.search;

import io.commonplace.pages.PagePath;
import io.commonplace.people.Viewer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds pages like one whose path leads nowhere. */
@ApplicationScoped
public class PathSearch {
    /** The names above say less and less about the page. */
    private static final int MAX_NAMES = 3;

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    @Inject
    private Suggestions suggestions;

    /**
     * The pages that fit the path's last name best, then those that fit the name before it.
     *
     * @param path the names below the space, however they are written
     */
    public List<Suggestion> like(Viewer viewer, String path, int limit) {
        Set<Suggestion> found = new LinkedHashSet<>();
        for (List<String> words : names(path)) {
            if (found.size() < limit) {
                found.addAll(suggestions.best(viewer, new SearchQuery(words, List.of(), List.of()), limit));
            }
        }
        return found.stream().limit(limit).toList();
    }

    /** The words of each name, the last name first. */
    static List<List<String>> names(String path) {
        List<List<String>> names = new ArrayList<>();
        String[] all = PagePath.ofFile(path).split("/");
        for (int i = all.length - 1; i >= 0 && names.size() < MAX_NAMES; i--) {
            List<String> words = Arrays.stream(BETWEEN_WORDS.split(all[i]))
                    .filter(word -> !word.isEmpty())
                    .toList();
            if (!words.isEmpty()) {
                names.add(words);
            }
        }
        return names;
    }
}
