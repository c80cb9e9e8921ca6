package io.commonplace.search;

import io.commonplace.attachments.text.FileTexts;
import io.commonplace.database.Positioned;
import io.commonplace.database.ReadRouter;
import io.commonplace.platform.Freshness;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Opens the index that this clone searches, and brings it forward, or looks how far another clone has brought it. */
@ApplicationScoped
public class IndexUpdate {
    @Inject
    private ReadRouter router;

    @Inject
    private FileTexts files;

    @Inject
    private ChosenEngine engine;

    private volatile @Nullable SearchIndex index;
    private volatile SearchProgress progress = SearchProgress.NONE;

    /** Null while another clone feeds the index. */
    private @Nullable IndexFeed feed;

    /** Nothing must be read before a shared index can be searched. */
    @PostConstruct
    void begin() {
        if (engine.get().isShared()) {
            index = engine.get().open();
        }
    }

    /** The index, as far as it is; empty while it can't be opened. */
    Optional<SearchIndex> index() {
        return Optional.ofNullable(index);
    }

    /** Whether all clones use one index. */
    boolean isShared() {
        return engine.get().isShared();
    }

    SearchProgress progress() {
        return progress;
    }

    /**
     * Does one step.
     *
     * @param needed the position that somebody waits for; null for any
     * @param forget called before an index can be searched that may lack what was applied to the former one
     */
    synchronized Step next(@Nullable String needed, Runnable forget) {
        SearchIndex open = index;
        if (open == null || !open.isOpen() || isReplaced(open)) {
            open = opened(open, forget);
        }
        if (!open.isFedHere()) {
            feed = null;
            return follow(open, forget);
        }
        IndexFeed feeding = feed;
        if (feeding == null) {
            feeding = feed(open, bounds());
            feed = feeding;
        }
        Step step = feeding.next(needed);
        progress = feeding.progress();
        return step;
    }

    private Step follow(SearchIndex open, Runnable forget) {
        SearchIndex.Reached reached = open.reached();
        progress = SearchProgress.of(reached.state(), open, 0, reached.state().sequence());
        if (!reached.state().complete()) {
            forget.run();
            return new Step(null, false, false);
        }
        return new Step(reached.position(), false, true);
    }

    private SearchIndex opened(@Nullable SearchIndex former, Runnable forget) {
        // This comes first: if no database answers, the index stays as it is.
        Bounds bounds = bounds();
        SearchIndex open = engine.get().open();
        try {
            feed = feed(open, bounds);
        } catch (RuntimeException e) {
            open.close();
            throw e;
        }
        if (isReplaced(open)) {
            open.close();
            // The copy may have changes of after the bounds were read.
            return opened(former, forget);
        }
        forget.run();
        index = open;
        if (former != null) {
            // People have searched it until now.
            former.close();
        }
        return open;
    }

    /** Whether the engine has a better index than one that is still being built. */
    private boolean isReplaced(SearchIndex open) {
        return feed != null && feed.isBuilding() && engine.get().replace(open, progress);
    }

    private Bounds bounds() {
        Freshness.missed(false);
        Positioned<LogBounds> bounds = router.readPositioned(Freshness.NEWEST, IndexQueries::bounds);
        return new Bounds(bounds, Freshness.wasMissed());
    }

    private IndexFeed feed(SearchIndex open, Bounds bounds) {
        IndexFeed begun = new IndexFeed(open, router, files, bounds.read, bounds.lagging);
        progress = begun.progress();
        return begun;
    }

    /** Whether the index must be opened again, because it could not be changed or read. */
    boolean hasFailed() {
        SearchIndex open = index;
        return open != null && !open.isOpen();
    }

    synchronized void close() {
        SearchIndex open = index;
        IndexFeed feeding = feed;
        index = null;
        if (open == null) {
            return;
        }
        try {
            if (open.isOpen() && feeding != null) {
                feeding.end();
            }
        } finally {
            open.close();
        }
    }

    /** @param lagging whether they are of a server that is behind */
    private record Bounds(Positioned<LogBounds> read, boolean lagging) {}

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
