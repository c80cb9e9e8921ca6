package io.commonplace.cluster;

import com.hazelcast.map.IMap;
import com.hazelcast.query.Predicates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Texts that people have typed and not saved, in the grid with a backup on another clone: what is here outlives any one
 * clone, and needs no database. Beside each that the database doesn't have yet lies a dirtyFlag, with another stamp each time.
 * It is laid down before the text, so that no text is without one when its clone dies, and once more after it if somebody
 * has taken it away meanwhile. Whoever has stored the text that is here takes the dirtyFlag away, whosever it is: of two texts
 * that come at the same time, the dirtyFlag may be that of the one that was overwritten.
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
        return Optional.ofNullable(texts().get(key));
    }

    /**
     * The same, for somebody who can do without.
     *
     * @throws TimeoutException if the clone that would know stands still, as far as that can be told in {@code patience}
     */
    public Optional<Map<String, String>> find(String key, Duration patience) throws TimeoutException {
        try {
            return Optional.ofNullable(
                    texts().getAsync(key).toCompletableFuture().get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TimeoutException("Interrupted");
        } catch (ExecutionException e) {
            // Calls that are waited for are made again where that helps.
            return find(key);
        }
    }

    public void put(String key, Map<String, String> values) {
        String stamp = UUID.randomUUID().toString();
        dirtyFlags().set(key, stamp, LIFETIME.toSeconds(), TimeUnit.SECONDS);
        HashMap<String, String> stored = new HashMap<>(values);
        stored.put(STAMP, stamp);
        texts().set(key, stored, LIFETIME.toSeconds(), TimeUnit.SECONDS);
        dirtyFlags().putIfAbsent(key, stamp, LIFETIME.toSeconds(), TimeUnit.SECONDS);
    }

    /** Says that the database has these values, as they were found here. @return whether they are still what is here */
    public boolean stored(String key, Map<String, String> values) {
        // Before it is looked at what is here: a text that comes after that has laid down another dirtyFlag.
        String dirtyFlag = dirtyFlags().get(key);
        boolean here = isHere(key, values);
        if (here && dirtyFlag != null) {
            dirtyFlags().remove(key, dirtyFlag);
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
        return dirtyFlags().keySet().stream().limit(limit).toList();
    }

    /** How many there are whose key begins so, which must have no {@code %} nor {@code _}. */
    public int count(String beginning) {
        return keys(beginning).size();
    }

    /** Takes away what the database has, of all whose key begins so. */
    public void clearStored(String beginning) {
        keys(beginning).forEach(key -> {
            HashMap<String, String> stored = texts().get(key);
            // In this order, and only that very text: another one may come at any moment.
            if (stored != null && !dirtyFlags().containsKey(key)) {
                texts().remove(key, stored);
            }
        });
    }

    private Set<String> keys(String beginning) {
        return texts().keySet(Predicates.like("__key", beginning + "%"));
    }

    private IMap<String, HashMap<String, String>> texts() {
        return grid.map("commonplace-drafts");
    }

    private IMap<String, String> dirtyFlags() {
        return grid.map("commonplace-drafts-to-store");
    }
}
