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
 * Content that nothing names: an import that failed or was cancelled had put it away, or its attachment has another one
 * by now. It is marked, and goes when it is still unnamed after a while. Whoever keeps the same bytes takes the mark away.
 */
@ApplicationScoped
class UnreferencedContent {
    static final int PORTION = 1_000;

    @Inject
    private UnreferencedContentStore store;

    @Inject
    private Clock clock;

    /**
     * Marks what is unnamed of one portion.
     *
     * @param after the end of the portion before; empty for the first one
     * @return the end of this portion; empty if it was the last one
     */
    @Writes
    public String mark(String after) {
        List<String> hashes = store.hashes(after, PORTION);
        Instant now = clock.instant();
        store.unnamed(hashes).forEach(hash -> store.mark(hash, now));
        return hashes.size() < PORTION ? "" : hashes.get(hashes.size() - 1);
    }

    /** What has been marked for that long, and since before each import that is being unpacked. */
    @Writes
    public List<String> due(Instant limit, int most) {
        return store.markedUntil(beforeUnpacking(limit), most);
    }

    /**
     * Deletes the bytes unless something names them by now. The mark's row makes those wait who would keep the same bytes at
     * this moment; they then find none, and keep them anew.
     *
     * @return whether they are gone
     */
    @Writes
    public boolean delete(String hash, Instant limit) {
        if (!store.unmark(hash, beforeUnpacking(limit))
                || store.unnamed(List.of(hash)).isEmpty()) {
            return false;
        }
        store.delete(hash);
        return true;
    }

    @Writes
    public List<Long> abandonedUploads(Instant limit, int most) {
        return store.abandonedUploads(limit, most);
    }

    /** An import names what it keeps only when it has unpacked all. */
    private Instant beforeUnpacking(Instant limit) {
        return Stream.concat(Stream.of(limit), store.unpackingSince().stream())
                .min(Comparator.naturalOrder())
                .orElse(limit);
    }
}
