package io.commonplace.cache;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * The keys that transactions on any clone are changing. Their values are not cached until the outcome of the transaction is
 * known.
 */
final class PendingInvalidations {
    private final Duration timeout;
    private final Consumer<CacheKey> forget;

    /** The keys of each transaction. */
    private final Map<String, Pending> open = new ConcurrentHashMap<>();

    private final Map<CacheKey, Set<String>> byKey = new ConcurrentHashMap<>();

    /**
     * @param timeout the longest wait for the outcome of a transaction, whose clone may be gone
     * @param forget called with each key when it becomes pending and when it no longer is, whatever the outcome: a reader that
     *     began before may have cached an old value
     */
    PendingInvalidations(Duration timeout, Consumer<CacheKey> forget) {
        this.timeout = timeout;
        this.forget = forget;
    }

    void begin(ChangedKeys changed) {
        String transaction = changed.transaction();
        List<CacheKey> keys = changed.keys();
        open.put(transaction, new Pending(System.nanoTime(), keys));
        keys.forEach(key -> byKey.compute(key, (same, transactions) -> {
            Set<String> all = transactions == null ? ConcurrentHashMap.newKeySet() : transactions;
            all.add(transaction);
            return all;
        }));
        keys.forEach(forget);
    }

    void end(String transaction) {
        Pending ended = open.remove(transaction);
        if (ended != null) {
            ended.keys.forEach(forget);
            ended.keys.forEach(key -> byKey.computeIfPresent(key, (same, transactions) -> {
                transactions.remove(transaction);
                return transactions.isEmpty() ? null : transactions;
            }));
        }
    }

    boolean contains(CacheKey key) {
        return byKey.containsKey(key);
    }

    boolean isEmpty() {
        return byKey.isEmpty();
    }

    /** The number of open transactions. */
    int count() {
        return open.size();
    }

    /** The transactions whose outcome has not come within the timeout. */
    List<String> overdue() {
        long now = System.nanoTime();
        List<String> overdue = new ArrayList<>();
        open.forEach((transaction, keys) -> {
            if (now - keys.since > timeout.toNanos()) {
                overdue.add(transaction);
            }
        });
        return overdue;
    }

    private record Pending(long since, List<CacheKey> keys) {}
}
