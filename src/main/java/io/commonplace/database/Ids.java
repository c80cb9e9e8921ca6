package io.commonplace.database;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Identifiers for new rows, given out from blocks: a batch of inserts needs no round trip for each. They grow, with
 * gaps, and not in the order of time across clones.
 */
@ApplicationScoped
public class Ids {
    private static final int BLOCK = 100;

    @Inject
    private IdBlocks blocks;

    private long next;
    private long end;

    public synchronized long next() {
        if (next == end) {
            next = blocks.take(BLOCK);
            end = next + BLOCK;
        }
        return next++;
    }

    /** @return the first of {@code size} identifiers in a row */
    public long block(int size) {
        return blocks.take(size);
    }
}
