package io.commonplace.check;

/**
 * A fault that was injected.
 *
 * @param begin in nanoseconds of the check's clock, like the other times
 * @param healed when the fault ended
 * @param recovered when all parts were working again
 */
record InjectedFault(String what, long begin, long healed, long recovered) {
    /** Whether the operation overlaps with the fault or the recovery. */
    boolean overlaps(Operation operation) {
        return operation.end() >= begin && operation.start() <= recovered;
    }
}
