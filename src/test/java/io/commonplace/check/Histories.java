package io.commonplace.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The revisions that each page has in the end; they say which of two texts is the later one. */
final class Histories {
    private final Map<String, List<Text>> texts;
    private final Map<String, Map<String, Integer>> numbers = new HashMap<>();

    /** @param texts the texts of each page, oldest first */
    Histories(Map<String, List<Text>> texts) {
        this.texts = texts;
        texts.forEach((page, all) -> {
            Map<String, Integer> byToken = new HashMap<>();
            for (int i = 0; i < all.size(); i++) {
                byToken.putIfAbsent(all.get(i).token(), i);
            }
            numbers.put(page, byToken);
        });
    }

    Map<String, List<Text>> all() {
        return texts;
    }

    List<Text> of(String page) {
        return texts.getOrDefault(page, List.of());
    }

    /** Which of the page's texts it is, from 0 on; empty if it is none of them. */
    Optional<Integer> number(String page, String token) {
        return Optional.ofNullable(numbers.getOrDefault(page, Map.of()).get(token));
    }

    /** The latest state in which the page can have been when it looked like this. */
    int latest(Sight sight, int number) {
        if (!sight.title()) {
            return number;
        }
        List<Text> all = of(sight.page());
        int last = number;
        while (last + 1 < all.size() && !all.get(last + 1).titled()) {
            last++;
        }
        return last;
    }
}
