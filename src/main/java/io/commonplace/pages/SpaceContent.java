package io.commonplace.pages;

import java.util.List;

/**
 * Rows that belong to a space and are deleted with it, some at a time. Each package with such rows implements it; its bean is
 * found by this type. Deleting the same rows twice is harmless.
 */
public interface SpaceContent {
    /** Some rows that are still there. @param max how many at most */
    List<Long> next(long spaceId, int max);

    /** Deletes these rows and what belongs to them, in the caller's transaction. */
    void delete(long spaceId, List<Long> ids);
}
