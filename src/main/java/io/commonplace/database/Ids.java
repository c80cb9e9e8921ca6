package io.commonplace.database;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Identifiers for new rows. They are taken from blocks, so that a batch of inserts needs no round trip for each row. On one
 * clone they grow, with gaps; across clones they are not in the order of time.
 */
@ApplicationScoped
public class Ids {
    private static final int BLOCK_SIZE = 100;

    @Inject
    private IdBlocks blocks;

    private long next;
    private long end;

    public synchronized long next() {
        if (next == end) {
            next = blocks.take(BLOCK_SIZE);
            end = next + BLOCK_SIZE;
        }
        return next++;
    }

    /** @return the first of {@code size} identifiers in a row */
    public long block(int size) {
        return blocks.take(size);
    }
}
