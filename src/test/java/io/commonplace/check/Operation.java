package io.commonplace.check;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An operation of the recorded history.
 *
 * @param session the session's number; operations of one session don't overlap
 * @param page the page concerned; for a tree, the parent of the pages shown; empty for the list of changes
 * @param start in nanoseconds of the check's clock, like {@code end}
 * @param servedBy the clone that answered last
 * @param written the text that was sent
 * @param place the page's address after the operation, if known; null for none
 * @param note details of a failure
 */
record Operation(
        int session,
        OperationKind kind,
        String page,
        long start,
        long end,
        Outcome outcome,
        String servedBy,
        @Nullable Text written,
        List<Observation> observations,
        @Nullable String place,
        String note) {
    boolean isDone() {
        return outcome == Outcome.DONE;
    }

    /** Whether it ended before the other one started. */
    boolean isBefore(Operation other) {
        return end < other.start;
    }
}
