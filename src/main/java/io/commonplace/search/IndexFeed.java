package io.commonplace.search;

import io.commonplace.attachments.text.FileTexts;
import io.commonplace.attachments.text.TextOfFile;
import io.commonplace.database.Positioned;
import io.commonplace.database.Positions;
import io.commonplace.database.ReadRouter;
import io.commonplace.platform.Freshness;
import jakarta.persistence.PersistenceException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Brings an index forward, one step after the other: it follows the change log, and adds all pages to a new index. A page that
 * is in the log is read again as it is now, so it doesn't matter how often, or in which order.
 */
final class IndexFeed {
    private static final Logger LOG = Logger.getLogger(IndexFeed.class.getName());

    private final SearchIndex index;
    private final ReadRouter router;
    private final FileTexts files;
    private final IndexCheck check = new IndexCheck();

    /** A position of the state that the index was read from. */
    private @Nullable String limit;

    private IndexState state;
    private final ChangeCursor cursor;
    private IndexState committed;
    private long committedAt;

    /** The number of pages in the database when the feed began. */
    private final long pages;

    private SearchProgress progress;

    /**
     * Begins where the index is.
     *
     * @param bounds of the log, as they were before the index was opened
     * @param lagging whether those are of a server that is behind
     */
    IndexFeed(SearchIndex index, ReadRouter router, FileTexts files, Positioned<LogBounds> bounds, boolean lagging) {
        this.index = index;
        this.router = router;
        this.files = files;
        Optional<IndexState> known = index.state();
        Optional<IndexState> stored =
                known.filter(each -> lagging || bounds.value().contain(each));
        if (stored.isEmpty() && known.isPresent()) {
            LOG.log(Level.INFO, "The change log does not reach back to the search index, which is built anew");
            index.clear();
        }
        limit = bounds.limit();
        state = stored.orElseGet(() -> IndexState.begin(bounds.value().settled()));
        committed = state;
        cursor = new ChangeCursor(state.sequence());
        pages = bounds.value().pages();
        progress = SearchProgress.of(state, index, pages, cursor.last());
    }

    SearchProgress progress() {
        return progress;
    }

    /** Whether the index lacks pages that the database has. */
    boolean isBuilding() {
        return !state.complete() && pages > 0;
    }

    /** Does one step. @param needed the position that somebody waits for; null for any */
    IndexUpdate.Step next(@Nullable String needed) {
        Freshness.missed(false);
        boolean checks = state.rebuild() == null && check.isDue();
        IndexRequest request = new IndexRequest(
                cursor.wanted(), state, checks ? OptionalLong.of(check.after()) : OptionalLong.empty(), this::missed);
        Positioned<IndexBatch> read = router.readPositioned(
                Freshness.after(Positions.latest(limit, needed)), em -> IndexQueries.batch(em, request));
        if (Freshness.wasMissed()) {
            // An older state could undo changes that the index has.
            return IndexUpdate.Step.MISSED;
        }
        limit = read.limit();
        IndexBatch batch = read.value();
        apply(batch);
        boolean behind = batch.isFull() || !state.complete();
        String position = behind ? null : read.contained();
        commitIfDue(position);
        return new IndexUpdate.Step(position, behind || state.rebuild() != null, state.complete());
    }

    /** The pages of which the index has another version than the database. */
    private Collection<Long> missed(Map<Long, Integer> stored) {
        Collection<Long> different = check.compare(stored, index);
        if (!different.isEmpty()) {
            LOG.log(Level.INFO, "The search index had another version of {0} pages", different.size());
        }
        return different;
    }

    private void apply(IndexBatch batch) {
        if (!batch.changed().isEmpty()) {
            Set<Long> gone = new HashSet<>(batch.changed());
            batch.contents().forEach(page -> gone.remove(page.id()));
            index.put(withTexts(batch.contents()));
            index.remove(gone);
        }
        rebuild(batch.next());
        for (Rebuild asked : batch.rebuilds()) {
            state = state.requested(asked);
        }
        cursor.saw(batch.sequences(), System.nanoTime());
        state = state.at(cursor.settled());
        if (!batch.isEmpty()) {
            index.refresh();
        }
        progress = SearchProgress.of(state, index, pages, cursor.last());
    }

    /** Until they are replaced, searches find the pages as they were before. */
    private void rebuild(List<PageContent> next) {
        Rebuild going = state.rebuild();
        if (going == null) {
            return;
        }
        if (!next.isEmpty()) {
            index.put(withTexts(next));
            state = state.with(going.builtTo(next.get(next.size() - 1).id(), next.size()));
            return;
        }
        LOG.log(Level.INFO, "The search index is complete: {0} pages, {1} of them built", new Object[] {
            index.size(Rebuild.ALL_SPACES), going.done()
        });
        if (state.complete()) {
            // It finds the pages that the index had, and the database doesn't have.
            check.beginNow();
        }
        state = state.rebuilt(going);
    }

    /** The texts of a page's files are read when it is its turn: all of them together may be more than the memory. */
    private Iterable<PageContent> withTexts(List<PageContent> contents) {
        return () -> contents.stream().map(this::withTexts).iterator();
    }

    private PageContent withTexts(PageContent page) {
        if (page.files().isEmpty()) {
            return page;
        }
        List<TextOfFile> texts = files.ofPage(Freshness.after(limit), page.id(), FilesText.MAX_LENGTH);
        if (Freshness.wasMissed()) {
            // The step is repeated, because the index would never get these texts.
            throw new PersistenceException("No database has the files of page " + page.id());
        }
        return page.withTexts(texts);
    }

    /** A clone that ends without a commit makes the same changes again. */
    private void commitIfDue(@Nullable String position) {
        long interval = index.commitInterval().toNanos();
        boolean changed = !state.equals(committed) || interval == 0;
        if (changed && System.nanoTime() - committedAt > interval) {
            index.commit(state, position);
            committed = state;
            committedAt = System.nanoTime();
        }
    }

    /** Commits what was not committed yet. */
    void end() {
        index.commit(state, null);
    }
}
