package io.commonplace.jobs;

import io.commonplace.database.Positions;
import org.jspecify.annotations.Nullable;

/**
 * The text of a message on a queue.
 *
 * @param position where replication must be on the server that the step's worker reads from; null if that doesn't matter
 */
record StepMessage(long stepId, @Nullable String position) {
    /**
     * Anything but a position counts as none.
     *
     * @throws NumberFormatException if the text doesn't begin with a step's number
     */
    static StepMessage parse(String text) {
        String[] parts = text.split(" ", 2);
        String position = parts.length > 1 && Positions.isAny(parts[1]) ? parts[1] : null;
        return new StepMessage(Long.parseLong(parts[0]), position);
    }

    @Override
    public String toString() {
        return position == null ? Long.toString(stepId) : stepId + " " + position;
    }
}
