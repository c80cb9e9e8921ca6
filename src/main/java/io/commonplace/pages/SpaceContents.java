package io.commonplace.pages;

import io.commonplace.database.Writes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;

/** All that belongs to a space, whichever package has it. */
@ApplicationScoped
class SpaceContents {
    @Inject
    @Any
    private Instance<SpaceContent> contents;

    @Writes
    public long count(long spaceId) {
        return contents.stream().mapToLong(content -> content.count(spaceId)).sum();
    }

    /** Some rows that are still there, all of one kind; none if the space is empty. */
    @Writes
    public Batch next(long spaceId, int max) {
        for (SpaceContent content : contents) {
            List<Long> ids = content.next(spaceId, max);
            if (!ids.isEmpty()) {
                return new Batch(ids, () -> content.delete(spaceId, ids));
            }
        }
        return new Batch(List.of(), () -> {});
    }

    /** @param deletion deletes them, in the caller's transaction */
    record Batch(List<Long> ids, Runnable deletion) {
        boolean isEmpty() {
            return ids.isEmpty();
        }
    }
}
