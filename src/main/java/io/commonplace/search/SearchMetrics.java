package io.commonplace.search;

import io.commonplace.platform.DurationHistogram;
import io.commonplace.platform.RecentDurations;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;

/** How many searches this clone has answered, and how long they took: in the index, with waiting for it, without the page. */
@ApplicationScoped
public class SearchMetrics {
    /** What people wait for. */
    public enum Kind {
        SEARCH,
        SUGGESTION
    }

    private final Durations searches = new Durations(new DurationHistogram(), new RecentDurations());
    private final Durations suggestions = new Durations(new DurationHistogram(), new RecentDurations());

    /** Since this clone started. */
    public DurationHistogram durations(Kind kind) {
        return of(kind).all;
    }

    /** Of the last five minutes. */
    public RecentDurations.Summary recent(Kind kind) {
        return of(kind).recent.summary();
    }

    /** Those that fail don't count. */
    <T> Timed<T> time(Kind kind, Supplier<T> search) {
        long began = System.nanoTime();
        T found = search.get();
        long taken = System.nanoTime() - began;
        of(kind).all.add(taken);
        of(kind).recent.add(taken);
        return new Timed<>(found, taken);
    }

    private Durations of(Kind kind) {
        return switch (kind) {
            case SEARCH -> searches;
            case SUGGESTION -> suggestions;
        };
    }

    /** @param nanos how long it took */
    record Timed<T>(T found, long nanos) {}

    private record Durations(DurationHistogram all, RecentDurations recent) {}
}
