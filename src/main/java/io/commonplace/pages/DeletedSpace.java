package io.commonplace.pages;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A deleted space. @param deletionJob that deletes it permanently; null as long as it can be restored */
public record DeletedSpace(
        long id,
        String slug,
        String name,
        Instant deletedAt,
        String deletedByName,
        @Nullable Long deletionJob) {
    public boolean isRestorable() {
        return deletionJob == null;
    }
}
