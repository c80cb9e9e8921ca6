package io.commonplace.transfer;

import io.commonplace.database.Writes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Content that nothing refers to: a failed or cancelled import stored it, or its attachment has newer content. It is
 * marked, and deleted if it is still unreferenced after a grace period. Storing the same bytes again removes the mark.
 */
@ApplicationScoped
class UnreferencedContent {
    static final int BATCH = 1_000;

    @Inject
    private UnreferencedContentStore store;

    @Inject
    private Clock clock;

    /**
     * Marks the unreferenced content of one batch.
     *
     * @param after the end of the previous batch; empty for the first one
     * @return the end of this batch; empty if it was the last one
     */
    @Writes
    public String mark(String after) {
        List<String> hashes = store.hashes(after, BATCH);
        Instant now = clock.instant();
        store.unreferenced(hashes).forEach(hash -> store.mark(hash, now));
        return hashes.size() < BATCH ? "" : hashes.get(hashes.size() - 1);
    }

    /** Content that was marked before this time, and before the start of each import that is still unpacking. */
    @Writes
    public List<String> due(Instant before, int limit) {
        return store.markedUntil(beforeUnpacking(before), limit);
    }

    /**
     * Deletes the bytes unless something refers to them now. The lock on the mark's row makes a transaction wait that
     * stores the same bytes at this moment; it then finds them gone and stores them again.
     *
     * @return whether they were deleted
     */
    @Writes
    public boolean delete(String hash, Instant limit) {
        if (!store.unmark(hash, beforeUnpacking(limit))
                || store.unreferenced(List.of(hash)).isEmpty()) {
            return false;
        }
        store.delete(hash);
        return true;
    }

    @Writes
    public List<Long> abandonedUploads(Instant before, int limit) {
        return store.abandonedUploads(before, limit);
    }

    /** An import refers to its stored content only after it has unpacked everything. */
    private Instant beforeUnpacking(Instant limit) {
        return Stream.concat(Stream.of(limit), store.unpackingSince().stream())
                .min(Comparator.naturalOrder())
                .orElse(limit);
    }
}
