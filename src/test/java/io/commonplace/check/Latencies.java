package io.commonplace.check;

import java.util.Collection;

/** The latencies of operations, in milliseconds. */
record Latencies(double median, double p99, double longest) {
    static Latencies of(Collection<Operation> operations) {
        double[] sorted = operations.stream()
                .mapToDouble(operation -> (operation.end() - operation.start()) / 1e6)
                .sorted()
                .toArray();
        return sorted.length == 0
                ? new Latencies(0, 0, 0)
                : new Latencies(at(sorted, 0.5), at(sorted, 0.99), sorted[sorted.length - 1]);
    }

    private static double at(double[] sorted, double share) {
        return sorted[Math.min(sorted.length - 1, (int) (share * sorted.length))];
    }
}
