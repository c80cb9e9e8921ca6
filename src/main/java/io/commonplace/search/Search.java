package io.commonplace.search;

import io.commonplace.database.ReadRouter;
import io.commonplace.pages.SpaceHead;
import io.commonplace.pages.Spaces;
import io.commonplace.people.SpaceLevel;
import io.commonplace.people.Viewer;
import io.commonplace.platform.Unavailable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Finds pages that a person may see. A search sees every change that was acknowledged before it, on whichever clone; if this
 * clone's index is behind, it waits shortly. If the index is still behind then, what it found is compared with the database,
 * and the result says that pages may be missing.
 */
@ApplicationScoped
public class Search {
    private static final Logger LOG = Logger.getLogger(Search.class.getName());

    private static final Duration MAX_WAIT = Duration.ofSeconds(2);

    @Inject
    private Spaces spaces;

    @Inject
    private ChangeLog changes;

    @Inject
    private IndexFollower follower;

    @Inject
    private IndexUpdate update;

    @Inject
    private ReadRouter router;

    @Inject
    private SearchMetrics metrics;

    @Inject
    private SlowSearches slow;

    @Inject
    private SiteSynonyms synonyms;

    /**
     * Finds pages.
     *
     * @throws Unavailable if this clone has no index yet
     */
    public SearchResults find(Viewer viewer, SearchRequest request) {
        SearchMetrics.Timed<SearchResults> timed =
                metrics.time(SearchMetrics.Kind.SEARCH, () -> find(viewer, request, synonyms.current()));
        slow.add(
                request.query(),
                Duration.ofNanos(timed.nanos()),
                timed.found().total());
        return timed.found();
    }

    /** The pages whose titles fit what a person has typed so far, best first. */
    public List<Suggestion> suggest(Viewer viewer, String typed, int limit) {
        return metrics.time(SearchMetrics.Kind.SUGGESTION, () -> suggestions(viewer, typed, limit))
                .found();
    }

    SearchResults find(Viewer viewer, SearchRequest request, Synonyms meaningTheSame) {
        boolean current = isCurrent();
        VisibleSpaces visible = VisibleSpaces.of(spaces.visible(viewer, SpaceLevel.VIEW));
        PageIndex index = index();
        PageSearch.Found found =
                index.search(searcher -> new PageSearch(searcher, visible, Ranking.STANDARD, meaningTheSame)
                        .find(request.query(), request.order(), request.after(), request.size()));
        List<Hit> hits = current ? found.hits() : existing(found.hits());
        return new SearchResults(
                hits.stream().map(hit -> result(hit, visible)).toList(),
                found.total() - (found.hits().size() - hits.size()),
                found.next() == null ? "" : found.next().toString(),
                spaceFacets(found.bySpace(), visible),
                found.byAuthor(),
                index.search(searcher -> new PageSearch(searcher, visible).corrected(request.query())),
                current);
    }

    private List<Suggestion> suggestions(Viewer viewer, String typed, int limit) {
        boolean current = isCurrent();
        VisibleSpaces visible = VisibleSpaces.of(spaces.visible(viewer, SpaceLevel.VIEW));
        List<IndexedPage> found = index().search(searcher -> new TitleSearch(searcher, visible).find(typed, limit));
        Map<Long, String> paths = current ? Map.of() : paths(found);
        return found.stream()
                .filter(page -> current || page.path().equals(paths.get(page.id())))
                .map(page -> new Suggestion(page.title(), space(page, visible).name(), href(page, visible)))
                .toList();
    }

    private PageIndex index() {
        return update.index().orElseThrow(() -> new Unavailable("search.starting"));
    }

    /** Whether the index has all changes. It is waited for, if it isn't stuck. */
    private boolean isCurrent() {
        try {
            return follower.await(changes.position(), MAX_WAIT);
        } catch (PersistenceException e) {
            // Nothing can change without a database. The index may lack what was changed right before.
            LOG.log(Level.FINE, "No database says how far the change log is", e);
            return false;
        }
    }

    /** Without pages that were deleted or moved in the meantime. */
    private List<Hit> existing(List<Hit> hits) {
        Map<Long, String> paths = paths(hits.stream().map(Hit::page).toList());
        return hits.stream()
                .filter(hit -> hit.page().path().equals(paths.get(hit.page().id())))
                .toList();
    }

    private Map<Long, String> paths(List<IndexedPage> pages) {
        List<Long> ids = pages.stream().map(IndexedPage::id).toList();
        return ids.isEmpty() ? Map.of() : router.read(em -> IndexQueries.paths(em, ids));
    }

    private static SearchResult result(Hit hit, VisibleSpaces visible) {
        IndexedPage page = hit.page();
        SpaceHead space = space(page, visible);
        return new SearchResult(
                page.id(),
                page.title(),
                space,
                page.path(),
                hit.snippet(),
                hit.section(),
                page.changedByName(),
                page.changedAt());
    }

    private static SpaceHead space(IndexedPage page, VisibleSpaces visible) {
        return visible.get(page.spaceId());
    }

    private static String href(IndexedPage page, VisibleSpaces visible) {
        return space(page, visible).href(page.path());
    }

    private static List<SpaceCount> spaceFacets(List<FacetCount> counts, VisibleSpaces visible) {
        return counts.stream()
                .map(count -> new SpaceCount(visible.get(Long.parseLong(count.value())), count.count()))
                .toList();
    }
}
