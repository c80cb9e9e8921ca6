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
 * Texts that people have typed and not saved: a write-behind buffer in the grid, in front of the table draft. It takes a
 * text whether there is a primary or not. A text that the database doesn't have yet has a dirty flag, with another stamp
 * each time. The flag is set before the text, so that no text is without one when its clone dies, and once more after it
 * in case it was cleared meanwhile. The clone that has stored the present text clears the flag, even another's: of two
 * texts put at the same time, the flag may be that of the one that was overwritten.
 */
@ApplicationScoped
public class DraftBuffer {
    /** What nobody touches for this long is forgotten here, whether it could be stored or not. */
    private static final Duration LIFETIME = Duration.ofDays(14);

    private static final String STAMP = "stamp";

    @Inject
    GridMaps grid;

    /** What was put here last. */
    public Optional<Map<String, String>> find(String key) {
        return texts().get(key).map(values -> values);
    }

    /**
     * The same, for a caller who can do without.
     *
     * @throws TimeoutException if the clone in charge hasn't answered within {@code patience}
     */
    public Optional<Map<String, String>> find(String key, Duration patience) throws TimeoutException {
        return texts().get(key, patience).map(values -> values);
    }

    public void put(String key, Map<String, String> values) {
        String stamp = UUID.randomUUID().toString();
        dirtyFlags().set(key, stamp, LIFETIME);
        HashMap<String, String> stored = new HashMap<>(values);
        stored.put(STAMP, stamp);
        texts().set(key, stored, LIFETIME);
        dirtyFlags().setIfAbsent(key, stamp, LIFETIME);
    }

    /** Says that the database has these values, as they were found here. @return whether they are still what is here */
    public boolean stored(String key, Map<String, String> values) {
        // Read before the text: a text that comes later has set another flag.
        Optional<String> dirtyFlag = dirtyFlags().get(key);
        boolean here = isHere(key, values);
        if (here) {
            dirtyFlag.ifPresent(flag -> dirtyFlags().remove(key, flag));
        }
        return here;
    }

    private boolean isHere(String key, Map<String, String> values) {
        return find(key).map(values::equals).orElse(true);
    }

    /** Says that there is nothing to store of this key. */
    public void forget(String key) {
        dirtyFlags().delete(key);
    }

    /** What has to be stored yet, at most {@code limit}. */
    public List<String> waiting(int limit) {
        return dirtyFlags().keys().stream().limit(limit).toList();
    }

    /** How many there are whose key begins so, which must have no {@code %} nor {@code _}. */
    public int count(String beginning) {
        return keys(beginning).size();
    }

    /** Takes away what the database has, of all whose key begins so. */
    public void clearStored(String beginning) {
        // In this order, and only that very text: another one may come at any moment.
        keys(beginning)
                .forEach(key -> texts().get(key)
                        .filter(stored -> !dirtyFlags().contains(key))
                        .ifPresent(stored -> texts().remove(key, stored)));
    }

    private Set<String> keys(String beginning) {
        return texts().keysWithPrefix(beginning);
    }

    private GridMap<HashMap<String, String>> texts() {
        return grid.gridMap("commonplace-drafts");
    }

    private GridMap<String> dirtyFlags() {
        return grid.gridMap("commonplace-drafts-to-store");
    }
}
