package io.commonplace.check;

import java.util.List;

/**
 * The result of a check.
 *
 * @param skipped faults that this machine can't inject
 * @param sources the sources of the reads, as text
 * @param seconds the duration of the workload
 */
record Result(
        Options options,
        List<Operation> operations,
        List<InjectedFault> incidents,
        List<String> skipped,
        List<Violation> violations,
        String sources,
        double seconds) {
    boolean isGood() {
        return violations.isEmpty();
    }
}
