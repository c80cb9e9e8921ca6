package io.commonplace.transfer;

import io.commonplace.pages.PageHead;
import io.commonplace.pages.SpaceHead;
import io.commonplace.platform.Messages;
import org.jspecify.annotations.Nullable;

/**
 * Where an import puts its pages.
 *
 * @param below the page below which they come; null for the top of the space
 */
public record ImportPlace(SpaceHead space, @Nullable PageHead below) {
    public static ImportPlace top(SpaceHead space) {
        return new ImportPlace(space, null);
    }

    /** The page's identifier, or 0. */
    long belowId() {
        return below == null ? 0 : below.id();
    }

    /** For titles of jobs. */
    String name() {
        return below == null ? space.name() : Messages.text("import.place.below", below.title(), space.name());
    }
}
