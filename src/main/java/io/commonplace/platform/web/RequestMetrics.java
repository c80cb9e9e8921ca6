package io.commonplace.platform.web;

import io.commonplace.platform.DurationHistogram;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;

/** Counts this clone's responses since its start, by kind of request and class of status, with their durations. */
@ApplicationScoped
public class RequestMetrics {
    /** The first digits of statuses. */
    public static final List<Integer> STATUS_CLASSES = List.of(1, 2, 3, 4, 5);

    private final Map<RequestKind, Responses> responses = new EnumMap<>(RequestKind.class);
    private final LongAdder running = new LongAdder();

    public RequestMetrics() {
        for (RequestKind kind : RequestKind.values()) {
            responses.put(kind, new Responses());
        }
    }

    void begin() {
        running.increment();
    }

    /** @param taken in nanoseconds */
    void end(RequestKind kind, int status, long taken) {
        running.decrement();
        Responses all = of(kind);
        all.byClass[Math.min(Math.max(status / 100, 1), STATUS_CLASSES.size()) - 1].increment();
        all.durations.add(taken);
    }

    /** The number of requests in progress. */
    public long running() {
        return running.sum();
    }

    /** @param statusClass one of {@link #STATUS_CLASSES} */
    public long count(RequestKind kind, int statusClass) {
        return of(kind).byClass[statusClass - 1].sum();
    }

    public DurationHistogram durations(RequestKind kind) {
        return of(kind).durations;
    }

    private Responses of(RequestKind kind) {
        return Objects.requireNonNull(responses.get(kind));
    }

    private static final class Responses {
        private final LongAdder[] byClass = new LongAdder[STATUS_CLASSES.size()];
        private final DurationHistogram durations = new DurationHistogram();

        private Responses() {
            for (int i = 0; i < byClass.length; i++) {
                byClass[i] = new LongAdder();
            }
        }
    }
}
