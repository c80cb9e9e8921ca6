package io.commonplace.search;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An index of pages: one of this clone, or one that all clones share. */
public interface SearchIndex extends AutoCloseable {
    PageSearches searches();

    /**
     * Whether this clone feeds the index with the changes of the log. One clone at a time feeds a shared index; when it is
     * gone, this call makes another clone its successor.
     */
    boolean isFedHere();

    /** How far the clone that feeds it has come. */
    Reached reached();

    /** How far it was at its last commit; empty if it is new. */
    Optional<IndexState> state();

    /** Adds pages, in place of what the index has of them. They are found after the next {@link #refresh}. */
    void put(Iterable<PageContent> pages);

    void remove(Collection<Long> pageIds);

    /** Removes all pages. */
    void clear();

    /** Makes all changes so far visible to searches. */
    void refresh();

    /**
     * Makes all changes so far durable, together with how far they go.
     *
     * @param position the replication position that the index has reached; null if it isn't known
     */
    void commit(IndexState state, @Nullable String position);

    /** The shortest time between two commits. */
    Duration commitInterval();

    /** The versions of the pages whose identifiers are above {@code after}, up to {@code to}. */
    Map<Long, Integer> versions(long after, long to);

    /** The number of pages of a space, without those in the trash; of all for {@link Rebuild#ALL_SPACES}. */
    long size(long spaceId);

    /** The size on disk, in bytes. */
    long bytes();

    /** Whether it can be changed. After a failure, such as a full disk, it must be opened again. */
    boolean isOpen();

    /** Changes that are not committed may be lost; they are made again from the log. */
    @Override
    void close();

    /**
     * How far an index is.
     *
     * @param position null if it lacks pages, or if that isn't known
     */
    record Reached(IndexState state, @Nullable String position) {}
}
