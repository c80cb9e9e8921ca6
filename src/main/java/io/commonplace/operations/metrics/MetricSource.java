package io.commonplace.operations.metrics;

/** A part of the application that has metrics. */
interface MetricSource {
    /** Called once, when the application starts. */
    void register(Gauges gauges);
}
