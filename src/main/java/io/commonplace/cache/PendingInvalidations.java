package io.commonplace.cache;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * The keys of which a transaction somewhere is just deciding the value. Nothing is cached for them until it is known how
 * the transaction ended.
 */
final class PendingInvalidations {
    private final Duration patience;
    private final Consumer<String> forget;

    /** What each transaction has marked. */
    private final Map<String, Pending> open = new ConcurrentHashMap<>();

    private final Map<String, Set<String>> byKey = new ConcurrentHashMap<>();

    /**
     * @param patience after this, the end of a transaction is not waited for: its clone is gone, or can't tell
     * @param forget told each key that becomes pending, and each that leaves it, however its transaction ended: what somebody
     *     began to read before may have been cached since
     */
    PendingInvalidations(Duration patience, Consumer<String> forget) {
        this.patience = patience;
        this.forget = forget;
    }

    void begin(String transaction, List<String> keys) {
        open.put(transaction, new Pending(System.nanoTime(), List.copyOf(keys)));
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

    boolean concern(String key) {
        return byKey.containsKey(key);
    }

    boolean isEmpty() {
        return byKey.isEmpty();
    }

    /** How many transactions are open. */
    int count() {
        return open.size();
    }

    /** Those transactions whose end has been waited for in vain. */
    List<String> overdue() {
        long now = System.nanoTime();
        List<String> overdue = new ArrayList<>();
        open.forEach((transaction, keys) -> {
            if (now - keys.since > patience.toNanos()) {
                overdue.add(transaction);
            }
        });
        return overdue;
    }

    private record Pending(long since, List<String> keys) {}
}
