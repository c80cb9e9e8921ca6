package io.commonplace.pages;

import java.util.List;

/**
 * Rows that belong to a space and are deleted with it, some at a time. Each package with such rows implements it in a store;
 * {@link SpaceContents} finds the bean by this type. Deleting the same rows twice is harmless.
 */
public interface SpaceContent {
    /** How many rows are still there. */
    long count(long spaceId);

    /** Some of them. @param max how many at most */
    List<Long> next(long spaceId, int max);

    /** Deletes these rows and what belongs to them. */
    void delete(long spaceId, List<Long> ids);
}
