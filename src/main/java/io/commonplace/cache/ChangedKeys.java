package io.commonplace.cache;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The keys that one transaction changes, as a message before the commit: a line with the transaction, then one for each key.
 *
 * @param transaction its identifier, made for the message
 */
record ChangedKeys(String transaction, List<CacheKey> keys) {
    /** With more keys, whole regions are invalidated. */
    static final int MAX_KEYS = 300;

    private static final String SEPARATOR = "\n";

    static ChangedKeys of(String transaction, Collection<CacheKey> keys) {
        if (keys.size() <= MAX_KEYS) {
            return new ChangedKeys(transaction, List.copyOf(keys));
        }
        Set<CacheKey> regions =
                keys.stream().map(CacheKey::wholeRegion).collect(Collectors.toCollection(LinkedHashSet::new));
        return new ChangedKeys(transaction, List.copyOf(regions));
    }

    static ChangedKeys parse(String message) {
        List<String> lines = List.of(message.split(SEPARATOR));
        return new ChangedKeys(
                lines.get(0), lines.stream().skip(1).map(CacheKey::parse).toList());
    }

    @Override
    public String toString() {
        return Stream.concat(Stream.of(transaction), keys.stream().map(CacheKey::toString))
                .collect(Collectors.joining(SEPARATOR));
    }
}
