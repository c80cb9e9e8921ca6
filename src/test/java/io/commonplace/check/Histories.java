package io.commonplace.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The final history of each page, which defines the order of its texts. */
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

    /** The index of the text in the page's history, from 0; empty if it is not in there. */
    Optional<Integer> number(String page, String token) {
        return Optional.ofNullable(numbers.getOrDefault(page, Map.of()).get(token));
    }

    /** The latest revision at which the page can have looked like this. */
    int latest(Observation observation, int number) {
        if (!observation.titleOnly()) {
            return number;
        }
        List<Text> all = of(observation.page());
        int last = number;
        while (last + 1 < all.size() && !all.get(last + 1).titled()) {
            last++;
        }
        return last;
    }
}
