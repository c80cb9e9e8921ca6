package io.commonplace.operations.metrics;

import io.commonplace.platform.DurationHistogram;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/**
 * Registers figures, all of them as gauges: the features count by themselves, and a name that ends in {@code _total} says
 * that the number only grows. One that can't be told is no number, and spoils no other.
 */
final class Gauges {
    private static final Logger LOG = Logger.getLogger(Gauges.class.getName());

    private final MetricRegistry registry;

    Gauges(MetricRegistry registry) {
        this.registry = registry;
    }

    void add(String name, String description, Supplier<? extends Number> value, Tag... tags) {
        Metadata metadata =
                Metadata.builder().withName(name).withDescription(description).build();
        registry.gauge(metadata, () -> orNoNumber(name, value), tags);
    }

    /** 1 for true. */
    void flag(String name, String description, Supplier<Boolean> value, Tag... tags) {
        add(name, description, () -> value.get() ? 1 : 0, tags);
    }

    /**
     * A histogram as Prometheus reads it, so that it can tell a percentile over all clones. (The runtime's own counts
     * what is among some hundred samples; those counts also fall, and can't be added up.)
     */
    void histogram(String name, String description, DurationHistogram durations, Tag tag) {
        for (int i = 0; i < DurationHistogram.LIMITS.size(); i++) {
            int limit = i;
            String end = Double.toString(DurationHistogram.LIMITS.get(i) / 1000.0);
            add(name + "_bucket", description, () -> durations.within(limit), tag, new Tag("le", end));
        }
        add(name + "_bucket", description, durations::count, tag, new Tag("le", "+Inf"));
        add(name + "_count", description, durations::count, tag);
        add(name + "_sum", description, durations::seconds, tag);
    }

    private static Number orNoNumber(String name, Supplier<? extends Number> value) {
        try {
            return value.get();
        } catch (RuntimeException e) {
            LOG.log(Level.FINE, e, () -> name + " can't be told");
            return Double.NaN;
        }
    }
}
