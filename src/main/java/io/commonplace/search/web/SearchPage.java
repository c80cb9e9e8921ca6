package io.commonplace.search.web;

import io.commonplace.pages.SpaceHead;
import io.commonplace.people.Viewer;
import io.commonplace.people.web.CurrentUser;
import io.commonplace.search.FoundPeople;
import io.commonplace.search.ResultKind;
import io.commonplace.search.Search;
import io.commonplace.search.SearchCounts;
import io.commonplace.search.SearchRequest;
import io.commonplace.search.SearchResults;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The page of results. Its parameters have short names, because they stand in addresses that people send to each other. */
@Named
@RequestScoped
public class SearchPage {
    private static final int SIZE = 20;
    private static final int MAX_PEOPLE = 50;
    private static final SearchResults NOTHING =
            new SearchResults(List.of(), 0, "", List.of(), List.of(), List.of(), "", true);

    @Inject
    private Search search;

    @Inject
    private SearchCounts counts;

    @Inject
    private CurrentUser currentUser;

    private String q = "";
    private String space = "";
    private String by = "";
    private String updated = "";
    private String kind = "";
    private String sort = "";
    private String after = "";
    private SearchAddress address = SearchAddress.of("", "", "", "");
    private SearchResults found = NOTHING;
    private FoundPeople people = FoundPeople.NOBODY;
    private List<SpaceHead> foundSpaces = List.of();
    private Map<ResultKind, Integer> totals = Map.of();
    private boolean asked;
    private boolean first = true;

    public void load() {
        address = SearchAddress.of(q, space, by, sort).withNames(kind, updated);
        SearchRequest request = address.request(after, SIZE);
        asked = !request.isEmpty();
        first = request.after() == null;
        if (asked) {
            find(currentUser.viewer(), request);
        }
    }

    private void find(Viewer viewer, SearchRequest request) {
        totals = new EnumMap<>(search.countsOfOthers(viewer, request));
        switch (request.kind()) {
            case PEOPLE -> {
                people = search.people(viewer, request.query(), MAX_PEOPLE);
                totals.put(ResultKind.PEOPLE, people.total());
            }
            case SPACES -> {
                foundSpaces = search.spaces(viewer, request.query());
                totals.put(ResultKind.SPACES, foundSpaces.size());
            }
            case PAGES, DELETED -> {
                found = search.find(viewer, request);
                totals.put(request.kind(), (int) found.total());
            }
        }
        if (isCounted()) {
            counts.count(q, found.total());
        }
    }

    /** A look at other results of the same words is not another search. */
    private boolean isCounted() {
        return first && address.kind() == ResultKind.PAGES && !address.isFiltered() && !address.isByDate();
    }

    /** Whether there is a search. Otherwise the page shows what can be searched for. */
    public boolean isAsked() {
        return asked;
    }

    /** Whether these are the first results. */
    public boolean isFirst() {
        return first;
    }

    /** Whether it is a search in the trash. */
    public boolean isDeleted() {
        return address.kind() == ResultKind.DELETED;
    }

    /** Whether nothing was found. */
    public boolean isInVain() {
        return asked && totals.getOrDefault(address.kind(), 0) == 0;
    }

    public SearchAddress getAddress() {
        return address;
    }

    public SearchResults getFound() {
        return found;
    }

    public List<ResultLine> getLines() {
        return found.results().stream().map(ResultLine::new).toList();
    }

    public List<PersonLine> getPeople() {
        return people.people().stream().map(PersonLine::of).toList();
    }

    public List<SpaceHead> getFoundSpaces() {
        return foundSpaces;
    }

    public List<FacetGroup> getFacets() {
        return FacetGroup.of(found, address);
    }

    /** How many people are shown if that is not all of them; otherwise 0. */
    public int getShownPeople() {
        int shown = people.people().size();
        return shown < people.total() ? shown : 0;
    }

    /** What can be searched for, with the number of results. */
    public List<FacetLink> getKinds() {
        return FacetLink.kinds(totals, address);
    }

    /** The name of the space that is searched alone; its slug if nothing is found there. */
    public String getSpaceName() {
        return FacetLink.spaces(found, address).stream()
                .filter(FacetLink::chosen)
                .map(FacetLink::label)
                .findFirst()
                .orElse(address.space());
    }

    /** The chosen time; "any time" if there is none. */
    public String getTimeName() {
        return FacetLink.timeName(address.within());
    }

    /** What the person probably wanted to type; empty if the query is fine. */
    public String getDidYouMean() {
        return address.isPlain() ? found.didYouMean() : "";
    }

    public String getDidYouMeanHref() {
        return address.withQuery(found.didYouMean()).href();
    }

    public String getMoreHref() {
        return address.hrefAfter(found.next());
    }

    public String getQ() {
        return q;
    }

    public void setQ(String q) {
        this.q = q;
    }

    public String getSpace() {
        return space;
    }

    public void setSpace(String space) {
        this.space = space;
    }

    public String getBy() {
        return by;
    }

    public void setBy(String by) {
        this.by = by;
    }

    public String getUpdated() {
        return updated;
    }

    public void setUpdated(String updated) {
        this.updated = updated;
    }

    public String getKind() {
        return kind;
    }

    public void setKind(String kind) {
        this.kind = kind;
    }

    public String getSort() {
        return sort;
    }

    public void setSort(String sort) {
        this.sort = sort;
    }

    public String getAfter() {
        return after;
    }

    public void setAfter(String after) {
        this.after = after;
    }
}
