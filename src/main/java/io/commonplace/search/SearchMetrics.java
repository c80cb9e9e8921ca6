package io.commonplace.search;

import io.commonplace.platform.DurationHistogram;
import io.commonplace.platform.RecentDurations;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;

/** How many searches this clone has answered, and how long they took: in the index, with waiting for it, without the page. */
@ApplicationScoped
public class SearchMetrics {
    /** What people wait for. */
    public enum Kind {
        SEARCH,
        SUGGESTION
    }

    private final Map<Kind, DurationHistogram> all = new EnumMap<>(Kind.class);
    private final Map<Kind, RecentDurations> recent = new EnumMap<>(Kind.class);

    SearchMetrics() {
        for (Kind kind : Kind.values()) {
            all.put(kind, new DurationHistogram());
            recent.put(kind, new RecentDurations());
        }
    }

    /** Since this clone started. */
    public DurationHistogram durations(Kind kind) {
        return all.get(kind);
    }

    /** Of the last five minutes. */
    public RecentDurations.Summary recent(Kind kind) {
        return recent.get(kind).summary();
    }

    /** Those that fail don't count. */
    <T> Timed<T> time(Kind kind, Supplier<T> search) {
        long began = System.nanoTime();
        T found = search.get();
        long taken = System.nanoTime() - began;
        all.get(kind).add(taken);
        recent.get(kind).add(taken);
        return new Timed<>(found, taken);
    }

    /** @param nanos how long it took */
    record Timed<T>(T found, long nanos) {}
}
