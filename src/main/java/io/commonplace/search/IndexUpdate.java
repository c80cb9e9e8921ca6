package io.commonplace.search;

import io.commonplace.attachments.text.FileTexts;
import io.commonplace.attachments.text.TextOfFile;
import io.commonplace.database.Positioned;
import io.commonplace.database.Positions;
import io.commonplace.database.ReadRouter;
import io.commonplace.platform.Freshness;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.time.Duration;
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
 * Brings this clone's index forward, one step after the other: it follows the change log, and adds all pages to a new index.
 * A page that is in the log is read again as it is now, so it doesn't matter how often, or in which order.
 */
@ApplicationScoped
public class IndexUpdate {
    private static final Logger LOG = Logger.getLogger(IndexUpdate.class.getName());

    private static final Duration COMMIT_INTERVAL = Duration.ofSeconds(5);

    @Inject
    private ReadRouter router;

    @Inject
    private FileTexts files;

    @Inject
    private IndexFolder folder;

    private volatile @Nullable PageIndex index;
    private volatile SearchProgress progress = SearchProgress.NONE;

    private final IndexCheck check = new IndexCheck();

    /** A position of the state that the index was read from. */
    private @Nullable String limit;

    private IndexState state = IndexState.begin(0);
    private ChangeCursor cursor = new ChangeCursor(0);
    private IndexState committed = state;
    private long committedAt;

    /** The number of pages in the database when the index was opened. */
    private long pages;

    /** The index, as far as it is; empty while it can't be opened. */
    Optional<PageIndex> index() {
        return Optional.ofNullable(index);
    }

    SearchProgress progress() {
        return progress;
    }

    /**
     * Does one step.
     *
     * @param needed the position that somebody waits for; null for any
     * @param beforeOpening called before an index can be searched that may lack what was applied to the former one
     */
    synchronized Step next(@Nullable String needed, Runnable beforeOpening) {
        PageIndex open = opened(beforeOpening);
        Freshness.missed(false);
        boolean checks = state.rebuild() == null && check.isDue();
        IndexRequest request = new IndexRequest(
                cursor.wanted(),
                state,
                checks ? OptionalLong.of(check.after()) : OptionalLong.empty(),
                stored -> missed(open, stored));
        Positioned<IndexBatch> read = router.readPositioned(
                Freshness.after(Positions.latest(limit, needed)), em -> IndexQueries.batch(em, request));
        if (Freshness.wasMissed()) {
            // An older state could undo changes that the index has.
            return Step.MISSED;
        }
        limit = read.limit();
        IndexBatch batch = read.value();
        apply(open, batch);
        commitIfDue(open);
        boolean behind = batch.isFull() || !state.complete();
        return new Step(behind ? null : read.contained(), behind || state.rebuild() != null, state.complete());
    }

    /** The pages of which the index has another version than the database. */
    private Collection<Long> missed(PageIndex open, Map<Long, Integer> stored) {
        Collection<Long> different = check.compare(stored, open);
        if (!different.isEmpty()) {
            LOG.log(Level.INFO, "The search index had another version of {0} pages", different.size());
        }
        return different;
    }

    private void apply(PageIndex open, IndexBatch batch) {
        if (!batch.changed().isEmpty()) {
            Set<Long> gone = new HashSet<>(batch.changed());
            batch.contents().forEach(page -> gone.remove(page.id()));
            open.put(withTexts(batch.contents()));
            open.remove(gone);
        }
        rebuild(open, batch.next());
        for (Rebuild asked : batch.rebuilds()) {
            state = state.requested(asked);
        }
        cursor.saw(batch.sequences(), System.nanoTime());
        state = state.at(cursor.settled());
        if (!batch.isEmpty()) {
            open.refresh();
        }
        progress = SearchProgress.of(state, open, pages, cursor.last());
    }

    /** Until they are replaced, searches find the pages as they were before. */
    private void rebuild(PageIndex open, List<PageContent> next) {
        Rebuild going = state.rebuild();
        if (going == null) {
            return;
        }
        if (!next.isEmpty()) {
            open.put(withTexts(next));
            state = state.with(going.builtTo(next.get(next.size() - 1).id(), next.size()));
            return;
        }
        LOG.log(Level.INFO, "The search index is complete: {0} pages, {1} of them built", new Object[] {
            open.size(), going.done()
        });
        if (state.complete()) {
            // It finds the pages that the index had, and the database doesn't have.
            check.beginNow();
        }
        state = state.rebuilt(going);
    }

    /** The texts of a page's files are read when it is its turn: all of them together may be more than the memory. */
    private Iterable<PageContent> withTexts(List<PageContent> pages) {
        return () -> pages.stream().map(this::withTexts).iterator();
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
    private void commitIfDue(PageIndex open) {
        long now = System.nanoTime();
        if (!state.equals(committed) && now - committedAt > COMMIT_INTERVAL.toNanos()) {
            open.commit(state);
            committed = state;
            committedAt = now;
        }
    }

    private PageIndex opened(Runnable beforeOpening) {
        PageIndex former = index;
        if (former != null && former.isOpen() && !isReplaced(former)) {
            return former;
        }
        // This comes first: if no database answers, the index stays as it is.
        Freshness.missed(false);
        Positioned<LogBounds> bounds = router.readPositioned(Freshness.NEWEST, IndexQueries::bounds);
        boolean lagging = Freshness.wasMissed();
        PageIndex open = begun(bounds, lagging);
        if (isReplaced(open)) {
            open.close();
            // The copy may have changes of after the bounds were read.
            return opened(beforeOpening);
        }
        beforeOpening.run();
        index = open;
        if (former != null) {
            // People have searched it until now.
            former.close();
        }
        return open;
    }

    private boolean isReplaced(PageIndex open) {
        return !state.complete() && pages > 0 && folder.replace(open, progress);
    }

    private PageIndex begun(Positioned<LogBounds> bounds, boolean lagging) {
        PageIndex open = folder.open();
        try {
            begin(open, bounds, lagging);
            return open;
        } catch (RuntimeException e) {
            open.close();
            throw e;
        }
    }

    private void begin(PageIndex open, Positioned<LogBounds> bounds, boolean lagging) {
        Optional<IndexState> stored =
                open.state().filter(known -> lagging || bounds.value().contain(known));
        if (stored.isEmpty() && open.state().isPresent()) {
            LOG.log(Level.INFO, "The change log does not reach back to the search index, which is built anew");
            open.clear();
        }
        limit = bounds.limit();
        state = stored.orElseGet(() -> IndexState.begin(bounds.value().settled()));
        committed = state;
        cursor = new ChangeCursor(state.sequence());
        pages = bounds.value().pages();
        progress = SearchProgress.of(state, open, pages, cursor.last());
    }

    /** Whether the index must be opened again, because it could not be changed or read. */
    boolean hasFailed() {
        PageIndex open = index;
        return open != null && !open.isOpen();
    }

    synchronized void close() {
        PageIndex open = index;
        index = null;
        if (open != null) {
            if (open.isOpen()) {
                open.commit(state);
            }
            open.close();
        }
    }

    /**
     * What a step has done.
     *
     * @param position that the index has reached; null if it isn't known yet
     * @param more whether the next step should follow at once
     * @param complete whether the index has been built
     */
    record Step(@Nullable String position, boolean more, boolean complete) {
        /** No database could be read that is as far as the index. */
        static final Step MISSED = new Step(null, false, true);

        boolean isDone() {
            return more || position != null;
        }

        /** Whether nobody waits for what is left to do. */
        boolean isInBackground() {
            return more && position != null;
        }
    }
}
