package io.commonplace.check;

/**
 * A fault that was made to happen.
 *
 * @param begin nanoseconds of the check's clock, as the others
 * @param healed when the cause ended
 * @param whole when all parts were at work again
 */
record Incident(String what, long begin, long healed, long whole) {
    /** Whether the operation was under way at some time between. */
    boolean touches(Operation operation) {
        return operation.end() >= begin && operation.start() <= whole;
    }
}
