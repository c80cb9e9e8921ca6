package io.commonplace.search;

import io.commonplace.pages.SpaceHead;
import io.commonplace.pages.Spaces;
import io.commonplace.people.SpaceLevel;
import io.commonplace.people.Viewer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Suggests what a person may be looking for while they type. */
@ApplicationScoped
public class Suggestions {
    private static final Duration RECENT = Duration.ofDays(30);
    private static final int MAX_SPACES = 2;
    private static final int MAX_PEOPLE = 2;

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
    private SiteSynonyms synonyms;

    /**
     * What begins with the typed words.
     *
     * @param here the slug of the space in which the person is; empty for none
     * @param limit of pages
     * @throws io.commonplace.platform.Unavailable if there is no index yet, or it can't be asked at the moment
     */
    public Suggested of(Viewer viewer, String typed, String here, int limit) {
        return metrics.time(SearchMetrics.Kind.SUGGESTION, () -> find(viewer, typed, here, limit))
                .found();
    }

    private Suggested find(Viewer viewer, String typed, String here, int limit) {
        List<SpaceHead> readable = spaces.visible(viewer, SpaceLevel.VIEW);
        VisibleSpaces visible = VisibleSpaces.of(readable);
        TitleBoosts boosts = new TitleBoosts(
                viewer.id(), visible.bySlug().get(here), clock.instant().minus(RECENT));
        return new Suggested(
                pages(visible, searches -> searches.titles(typed, visible, boosts, limit)),
                spaceSearch.named(readable, List.of(typed)).stream()
                        .limit(MAX_SPACES)
                        .toList(),
                current.searches().people(List.of(typed), visible, MAX_PEOPLE).people());
    }

    /** The pages that a search would show first, without what it takes to show a search. */
    List<Suggestion> best(Viewer viewer, SearchQuery query, int limit) {
        VisibleSpaces visible = VisibleSpaces.of(spaces.visible(viewer, SpaceLevel.VIEW));
        PageQuery asked = new PageQuery(query, visible, synonyms.current());
        return pages(visible, searches -> searches.best(asked, limit));
    }

    /** The pages of one space whose titles fit; none if the person may not view it. */
    public Suggested in(Viewer viewer, String slug, String typed, int limit) {
        VisibleSpaces visible =
                VisibleSpaces.of(spaces.find(viewer, slug).stream().toList());
        TitleBoosts boosts = new TitleBoosts(viewer.id(), null, clock.instant().minus(RECENT));
        return Suggested.pages(pages(visible, searches -> searches.titles(typed, visible, boosts, limit)));
    }

    /** The pages that the person changed last, the latest change first. */
    public Suggested recent(Viewer viewer, int limit) {
        VisibleSpaces visible = VisibleSpaces.of(spaces.visible(viewer, SpaceLevel.VIEW));
        return Suggested.pages(pages(visible, searches -> searches.changedBy(viewer.id(), visible, limit)));
    }

    private List<Suggestion> pages(VisibleSpaces visible, Function<PageSearches, List<IndexedPage>> search) {
        boolean isCurrent = current.hasAllChanges();
        Collection<IndexedPage> found = search.apply(current.searches());
        Set<Long> unmoved = isCurrent ? Set.of() : stored.unmoved(found);
        return found.stream()
                .filter(page -> isCurrent || unmoved.contains(page.id()))
                .map(page -> suggestion(page, visible.get(page.spaceId())))
                .toList();
    }

    private static Suggestion suggestion(IndexedPage page, SpaceHead space) {
        return new Suggestion(page.title(), space.name(), page.path(), space.href(page.path()));
    }
}
