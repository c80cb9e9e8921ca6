package io.commonplace.check;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a person did, and what came of it.
 *
 * @param session whose; those of one session don't overlap
 * @param page the page that it was about; for a tree, the page whose children were shown; else empty
 * @param start nanoseconds of the one clock of the check, as {@code end}
 * @param servedBy the clone that answered last
 * @param written the text that was sent
 * @param place where the page is afterwards, if the operation says where it is; null for nowhere
 * @param note what a person would want to know of a failure
 */
record Operation(
        int session,
        Kind kind,
        String page,
        long start,
        long end,
        Outcome outcome,
        String servedBy,
        @Nullable Text written,
        List<Sight> sights,
        @Nullable String place,
        String note) {
    boolean isDone() {
        return outcome == Outcome.DONE;
    }

    /** Whether it had ended when the other one began. */
    boolean isBefore(Operation other) {
        return end < other.start;
    }
}
