package io.commonplace.platform.web;

import io.commonplace.platform.DurationHistogram;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;

/** How many requests of each kind this clone has answered since it started, how, and how long it took. */
@ApplicationScoped
public class RequestMetrics {
    /** The first digits of statuses. */
    public static final List<Integer> CLASSES = List.of(1, 2, 3, 4, 5);

    private final Map<RequestKind, Answers> answers = new EnumMap<>(RequestKind.class);
    private final LongAdder running = new LongAdder();

    public RequestMetrics() {
        for (RequestKind kind : RequestKind.values()) {
            answers.put(kind, new Answers());
        }
    }

    void begin() {
        running.increment();
    }

    /** @param taken in nanoseconds */
    void end(RequestKind kind, int status, long taken) {
        running.decrement();
        Answers all = of(kind);
        all.byClass[Math.min(Math.max(status / 100, 1), CLASSES.size()) - 1].increment();
        all.durations.add(taken);
    }

    /** Requests that are being answered now. */
    public long running() {
        return running.sum();
    }

    /** @param statusClass one of {@link #CLASSES} */
    public long count(RequestKind kind, int statusClass) {
        return of(kind).byClass[statusClass - 1].sum();
    }

    public DurationHistogram durations(RequestKind kind) {
        return of(kind).durations;
    }

    private Answers of(RequestKind kind) {
        return Objects.requireNonNull(answers.get(kind));
    }

    private static final class Answers {
        private final LongAdder[] byClass = new LongAdder[CLASSES.size()];
        private final DurationHistogram durations = new DurationHistogram();

        private Answers() {
            for (int i = 0; i < byClass.length; i++) {
                byClass[i] = new LongAdder();
            }
        }
    }
}
