package io.commonplace.search;

import io.commonplace.pages.SpaceHead;
import io.commonplace.pages.Spaces;
import io.commonplace.people.SpaceLevel;
import io.commonplace.people.Viewer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds what a person may see. A search sees every change that was acknowledged before it, on whichever clone; if this clone's
 * index is behind, it waits shortly. If the index is still behind then, what it found is compared with the database, and the
 * result says that pages may be missing.
 */
@ApplicationScoped
public class Search {
    @Inject
    private Spaces spaces;

    @Inject
    private SpaceSearch spaceSearch;

    @Inject
    private CurrentIndex current;

    @Inject
    private StoredPages stored;

    @Inject
    private Clock clock;

    @Inject
    private SearchMetrics metrics;

    @Inject
    private SlowSearches slow;

    @Inject
    private SiteSynonyms synonyms;

    /**
     * Finds pages, in the tree or in the trash.
     *
     * @throws io.commonplace.platform.Unavailable if there is no index yet, or it can't be asked at the moment
     */
    public SearchResults find(Viewer viewer, SearchRequest request) {
        SearchMetrics.Timed<SearchResults> timed =
                metrics.time(SearchMetrics.Kind.SEARCH, () -> find(viewer, request, synonyms.current()));
        slow.add(request.query(), Duration.ofNanos(timed.nanos()), timed.found().total());
        return timed.found();
    }

    SearchResults find(Viewer viewer, SearchRequest request, Synonyms meaningTheSame) {
        boolean isCurrent = current.hasAllChanges();
        VisibleSpaces visible = searched(viewer, request.kind());
        FoundPages found = current.searches()
                .find(
                        new PageQuery(request.query(), visible, meaningTheSame),
                        new Wanted(
                                request.within() == null ? null : request.span(today()),
                                TimeCount.spans(today()),
                                request.order(),
                                request.after(),
                                request.size()));
        List<SearchResult> results = request.kind() == ResultKind.DELETED
                ? inTrash(found.hits(), visible)
                : inTree(found.hits(), visible, isCurrent);
        return new SearchResults(
                results,
                found.total() - (found.hits().size() - results.size()),
                found.next() == null ? "" : found.next().toString(),
                spaceFacets(found.bySpace(), visible),
                found.byAuthor(),
                TimeCount.of(found.bySpan()),
                found.corrected(),
                isCurrent);
    }

    private List<SearchResult> inTree(List<Hit> hits, VisibleSpaces visible, boolean isCurrent) {
        List<IndexedPage> pages = hits.stream().map(Hit::page).toList();
        Set<Long> unmoved = isCurrent ? Set.of() : stored.unmoved(pages);
        return hits.stream()
                .filter(hit -> isCurrent || unmoved.contains(hit.page().id()))
                .map(hit -> SearchResult.of(hit, visible.get(hit.page().spaceId()), null))
                .toList();
    }

    /** Pages in the trash are always looked up: clones of an older version don't log what they delete permanently. */
    private List<SearchResult> inTrash(List<Hit> hits, VisibleSpaces visible) {
        Map<Long, Long> deletions =
                stored.deletions(hits.stream().map(Hit::page).toList());
        return hits.stream()
                .filter(hit -> deletions.containsKey(hit.page().id()))
                .map(hit -> SearchResult.of(
                        hit,
                        visible.get(hit.page().spaceId()),
                        deletions.get(hit.page().id())))
                .toList();
    }

    /** Finds people whose names have words that begin so, those with the most pages first. */
    public FoundPeople people(Viewer viewer, SearchQuery query, int limit) {
        current.hasAllChanges();
        return people(searched(viewer, ResultKind.PEOPLE), query, limit);
    }

    private FoundPeople people(VisibleSpaces visible, SearchQuery query, int limit) {
        return current.searches().people(query.texts(), visible, limit);
    }

    /** Finds spaces by words of their names, keys and descriptions; those with all words in the name or key come first. */
    public List<SpaceHead> spaces(Viewer viewer, SearchQuery query) {
        return spaceSearch.find(spaces.visible(viewer, SpaceLevel.VIEW), query.texts());
    }

    /** How much of each other kind a search finds. There is no trash for those who may restore nothing. */
    public Map<ResultKind, Integer> countsOfOthers(Viewer viewer, SearchRequest request) {
        current.hasAllChanges();
        Map<ResultKind, Integer> counts = new EnumMap<>(ResultKind.class);
        VisibleSpaces tree = searched(viewer, ResultKind.PAGES);
        VisibleSpaces trash = searched(viewer, ResultKind.DELETED);
        for (ResultKind kind : ResultKind.values()) {
            VisibleSpaces visible = kind == ResultKind.DELETED ? trash : tree;
            if (kind != request.kind()
                    && (kind != ResultKind.DELETED || !visible.ids().isEmpty())) {
                counts.put(kind, count(viewer, visible, request.of(kind)));
            }
        }
        return counts;
    }

    private int count(Viewer viewer, VisibleSpaces visible, SearchRequest request) {
        return switch (request.kind()) {
            case PEOPLE -> people(visible, request.query(), 1).total();
            case SPACES -> spaces(viewer, request.query()).size();
            case PAGES, DELETED -> count(visible, request);
        };
    }

    private int count(VisibleSpaces visible, SearchRequest request) {
        List<SearchQuery.Dates> span = List.of(request.span(today()));
        PageQuery query = new PageQuery(request.query(), visible, synonyms.current());
        return current.searches().counts(query, span).get(0);
    }

    /** Who may restore pages of a space may find them in its trash. */
    private VisibleSpaces searched(Viewer viewer, ResultKind kind) {
        return kind == ResultKind.DELETED
                ? VisibleSpaces.trash(spaces.visible(viewer, SpaceLevel.EDIT))
                : VisibleSpaces.of(spaces.visible(viewer, SpaceLevel.VIEW));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static List<SpaceCount> spaceFacets(List<FacetCount> counts, VisibleSpaces visible) {
        return counts.stream()
                .map(count -> new SpaceCount(visible.get(Long.parseLong(count.value())), count.count()))
                .toList();
    }
}
