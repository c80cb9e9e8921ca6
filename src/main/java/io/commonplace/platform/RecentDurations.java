package io.commonplace.platform;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The durations of the last five minutes, for a person who looks now. A monitoring system computes them from a histogram. */
public final class RecentDurations {
    private static final int MINUTES = 5;

    /** One more: the minute that goes on. */
    private final AtomicReferenceArray<@Nullable Minute> minutes = new AtomicReferenceArray<>(MINUTES + 1);

    private final LongSupplier clock;
    private final long began;

    public RecentDurations() {
        this(System::nanoTime);
    }

    /** @param clock in nanoseconds, as {@link System#nanoTime} */
    RecentDurations(LongSupplier clock) {
        this.clock = clock;
        this.began = clock.getAsLong();
    }

    /** @param taken in nanoseconds */
    public void add(long taken) {
        long now = minute();
        int place = (int) (now % minutes.length());
        Minute current = minutes.get(place);
        if (current == null || current.number != now) {
            // Two threads at the turn of a minute may lose a duration.
            current = new Minute(now, new DurationHistogram());
            minutes.set(place, current);
        }
        current.durations.add(taken);
    }

    public Summary summary() {
        long now = minute();
        List<DurationHistogram> recent = IntStream.range(0, minutes.length())
                .mapToObj(minutes::get)
                .filter(minute -> minute != null && now - minute.number <= MINUTES)
                .map(minute -> minute.durations)
                .toList();
        double seconds = Math.min(sinceBegin(), MINUTES * 60.0 + sinceBegin() % 60);
        long count = recent.stream().mapToLong(DurationHistogram::count).sum();
        return new Summary(
                seconds == 0 ? 0 : count / seconds,
                DurationHistogram.percentile(recent, 0.5),
                DurationHistogram.percentile(recent, 0.99));
    }

    private long minute() {
        return (long) (sinceBegin() / 60);
    }

    private double sinceBegin() {
        return (clock.getAsLong() - began) / (double) Duration.ofSeconds(1).toNanos();
    }

    /**
     * What a person wants to know.
     *
     * @param median in milliseconds; 0 if there was nothing, as the next one
     * @param percentile99 only one in a hundred took longer, in milliseconds
     */
    public record Summary(double perSecond, double median, double percentile99) {}

    private record Minute(long number, DurationHistogram durations) {}
}
