package io.commonplace.pages;

import io.commonplace.cluster.GridMap;
import io.commonplace.cluster.GridMaps;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeoutException;

/**
 * A write-behind buffer in the grid, in front of the table {@code draft}. It accepts text even when there is no primary.
 * Text that the database doesn't have yet has a dirty flag, with a new stamp for each write.
 *
 * <p>The flag is set before the text, so that a clone that dies in between leaves no text without a flag. It is set again
 * after the text, in case another clone has cleared it meanwhile. The clone that has stored the current text clears the
 * flag, even one that another write has set: of two concurrent writes, the flag may belong to the one that was overwritten.
 */
@ApplicationScoped
public class DraftBuffer {
    /** Drafts that are not written for this long expire in the grid, stored or not. */
    private static final Duration LIFETIME = Duration.ofDays(14);

    private static final String STAMP = "stamp";

    @Inject
    private GridMaps grid;

    static DraftBuffer of(GridMaps grid) {
        DraftBuffer buffer = new DraftBuffer();
        buffer.grid = grid;
        return buffer;
    }

    /** The text that was put last. */
    public Optional<Map<String, String>> find(String key) {
        return texts().get(key).map(values -> values);
    }

    /**
     * The same, for a caller that can go on without an answer.
     *
     * @throws TimeoutException if the owner of the partition hasn't answered within {@code timeout}
     */
    public Optional<Map<String, String>> find(String key, Duration timeout) throws TimeoutException {
        return texts().get(key, timeout).map(values -> values);
    }

    public void put(String key, Map<String, String> values) {
        String stamp = UUID.randomUUID().toString();
        dirtyFlags().set(key, stamp, LIFETIME);
        HashMap<String, String> markStored = new HashMap<>(values);
        markStored.put(STAMP, stamp);
        texts().set(key, markStored, LIFETIME);
        dirtyFlags().setIfAbsent(key, stamp, LIFETIME);
    }

    /** Records that the database has these values. @return whether they are still the current ones */
    public boolean markStored(String key, Map<String, String> values) {
        // Read the flag before the text: a text that comes later has set another flag.
        Optional<String> dirtyFlag = dirtyFlags().get(key);
        boolean current = isCurrent(key, values);
        if (current) {
            dirtyFlag.ifPresent(flag -> dirtyFlags().remove(key, flag));
        }
        return current;
    }

    private boolean isCurrent(String key, Map<String, String> values) {
        return find(key).map(values::equals).orElse(true);
    }

    /** Records that there is nothing to store for this key. */
    public void markClean(String key) {
        dirtyFlags().delete(key);
    }

    /** The keys of drafts that the database doesn't have yet, at most {@code limit}. */
    public List<String> dirtyKeys(int limit) {
        return dirtyFlags().keys().stream().limit(limit).toList();
    }

    /** The number of drafts whose key begins with the prefix, which must not contain {@code %} or {@code _}. */
    public int count(String prefix) {
        return keys(prefix).size();
    }

    /** Removes the drafts with this prefix that the database has. */
    public void clearStored(String prefix) {
        // Check the flag after reading the text, and remove only that text: another write may come at any moment.
        keys(prefix)
                .forEach(key -> texts().get(key)
                        .filter(markStored -> !dirtyFlags().contains(key))
                        .ifPresent(markStored -> texts().remove(key, markStored)));
    }

    private Set<String> keys(String prefix) {
        return texts().keysWithPrefix(prefix);
    }

    private GridMap<HashMap<String, String>> texts() {
        return grid.gridMap("commonplace-drafts");
    }

    private GridMap<String> dirtyFlags() {
        return grid.gridMap("commonplace-drafts-to-store");
    }
}
