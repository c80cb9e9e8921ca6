package io.commonplace.operations.metrics;

import io.commonplace.platform.DurationHistogram;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/**
 * Registers metrics. All are gauges, because the features count; a name that ends in {@code _total} marks a counter. A
 * value that can't be read is NaN, and doesn't affect the others.
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
        registry.gauge(metadata, () -> orNaN(name, value), tags);
    }

    /** 1 for true, 0 for false. */
    void flag(String name, String description, Supplier<Boolean> value, Tag... tags) {
        add(name, description, () -> value.get() ? 1 : 0, tags);
    }

    /**
     * A histogram with Prometheus buckets, so that Prometheus can compute percentiles over all clones. The histogram of
     * MicroProfile Metrics samples some hundred values; its counts can fall and can't be summed.
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

    private static Number orNaN(String name, Supplier<? extends Number> value) {
        try {
            return value.get();
        } catch (RuntimeException e) {
            LOG.log(Level.FINE, e, () -> name + " can't be read");
            return Double.NaN;
        }
    }
}
