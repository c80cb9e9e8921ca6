package io.commonplace.database;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;

/**
 * A set of MySQL's global transaction identifiers: intervals of numbers for each source, a server that was once the primary.
 * Tagged identifiers (since MySQL 8.3) are ignored, because the application's accounts don't create them.
 */
final class GtidSet {
    /** For each source, the last number of each interval by its first one. The intervals don't overlap or touch. */
    private final Map<String, NavigableMap<Long, Long>> intervals = new TreeMap<>();

    /** @param text {@code source:1-5:7,source:1-3} as a server reports it, with or without line breaks */
    static GtidSet parse(String text) {
        GtidSet set = new GtidSet();
        for (String source : text.split(",")) {
            String[] parts = source.strip().split(":");
            for (int i = 1; i < parts.length && isNumber(parts[i]); i++) {
                String[] ends = parts[i].split("-");
                set.add(parts[0].toLowerCase(Locale.ROOT), number(ends[0]), number(ends[ends.length - 1]));
            }
        }
        return set;
    }

    GtidSet union(GtidSet other) {
        GtidSet both = new GtidSet();
        List.of(this, other)
                .forEach(set -> set.intervals.forEach(
                        (source, numbers) -> numbers.forEach((first, last) -> both.add(source, first, last))));
        return both;
    }

    boolean contains(GtidSet other) {
        return other.intervals.entrySet().stream().allMatch(entry -> {
            NavigableMap<Long, Long> mine = intervals.getOrDefault(entry.getKey(), new TreeMap<>());
            return entry.getValue().entrySet().stream().allMatch(needed -> {
                Map.Entry<Long, Long> around = mine.floorEntry(needed.getKey());
                return around != null && around.getValue() >= needed.getValue();
            });
        });
    }

    private void add(String source, long first, long last) {
        NavigableMap<Long, Long> numbers = intervals.computeIfAbsent(source, any -> new TreeMap<>());
        long from = first;
        long to = last;
        for (var near = numbers.floorEntry(to + 1);
                near != null && near.getValue() >= from - 1;
                near = numbers.floorEntry(to + 1)) {
            from = Math.min(from, near.getKey());
            to = Math.max(to, near.getValue());
            numbers.remove(near.getKey());
        }
        numbers.put(from, to);
    }

    private static boolean isNumber(String part) {
        return !part.isEmpty() && Character.isDigit(part.charAt(0));
    }

    private static long number(String digits) {
        return Long.parseLong(digits);
    }

    @Override
    public String toString() {
        List<String> sources = new ArrayList<>();
        intervals.forEach((source, numbers) -> {
            StringBuilder text = new StringBuilder(source);
            numbers.forEach((first, last) ->
                    text.append(':').append(first).append(Objects.equals(first, last) ? "" : "-" + last));
            sources.add(text.toString());
        });
        return String.join(",", sources);
    }
}
