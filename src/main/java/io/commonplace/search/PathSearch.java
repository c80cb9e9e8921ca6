package io.commonplace.search;

import io.commonplace.pages.PagePath;
import io.commonplace.people.Viewer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Finds pages like one whose path leads nowhere. */
@ApplicationScoped
public class PathSearch {
    /** The names above say less and less about the page. */
    private static final int MAX_NAMES = 3;

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    @Inject
    private Search search;

    /**
     * The pages that fit the path's last name best, then those that fit the name before it.
     *
     * @param path the names below the space, however they are written
     */
    public List<SearchResult> like(Viewer viewer, String path, int limit) {
        Map<Long, SearchResult> found = new LinkedHashMap<>();
        for (List<String> words : names(path)) {
            if (found.size() < limit) {
                SearchQuery query = new SearchQuery(words, List.of(), List.of());
                search.find(viewer, SearchRequest.pages(query, limit))
                        .results()
                        .forEach(result -> found.putIfAbsent(result.pageId(), result));
            }
        }
        return found.values().stream().limit(limit).toList();
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
