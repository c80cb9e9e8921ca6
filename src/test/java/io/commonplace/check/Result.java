package io.commonplace.check;

import java.util.List;

/**
 * What a check has found.
 *
 * @param skipped faults that this machine doesn't allow
 * @param sources where the reads came from, in words
 * @param seconds that people were at work
 */
record Result(
        Options options,
        List<Operation> operations,
        List<Incident> incidents,
        List<String> skipped,
        List<Violation> violations,
        String sources,
        double seconds) {
    boolean isGood() {
        return violations.isEmpty();
    }
}
