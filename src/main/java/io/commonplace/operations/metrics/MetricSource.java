package io.commonplace.operations.metrics;

/** Something that figures tell about. */
interface MetricSource {
    /** Called once, when the application starts. */
    void register(Gauges gauges);
}
