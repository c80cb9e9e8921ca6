package io.commonplace.search.web;

import io.commonplace.people.web.CurrentUser;
import io.commonplace.search.Search;
import io.commonplace.search.SearchCounts;
import io.commonplace.search.SearchRequest;
import io.commonplace.search.SearchResults;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The page of results. Its parameters have short names, because they stand in addresses that people send to each other. */
@Named
@RequestScoped
public class SearchPage {
    private static final int SIZE = 20;
    private static final SearchResults NOTHING = new SearchResults(List.of(), 0, "", List.of(), List.of(), "", true);

    @Inject
    private Search search;

    @Inject
    private SearchCounts counts;

    @Inject
    private CurrentUser currentUser;

    private String q = "";
    private String space = "";
    private String by = "";
    private String sort = "";
    private String after = "";

    private SearchAddress address = SearchAddress.of("", "", "", "");
    private SearchResults found = NOTHING;
    private boolean asked;
    private boolean first = true;

    public void load() {
        address = SearchAddress.of(q, space, by, sort);
        SearchRequest request = address.request(after, SIZE);
        asked = !request.isEmpty();
        first = request.after() == null;
        found = asked ? search.find(currentUser.viewer(), request) : NOTHING;
        if (asked && first) {
            counts.count(q, found.total());
        }
    }

    /** Whether anything is looked for. Otherwise the page says what can be. */
    public boolean isAsked() {
        return asked;
    }

    /** Whether these are the first results. */
    public boolean isFirst() {
        return first;
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

    public List<FacetLink> getSpaces() {
        return FacetLink.spaces(found, address);
    }

    public List<FacetLink> getPeople() {
        return FacetLink.people(found, address);
    }

    /** The name of the space that is searched alone; its slug if nothing is found there. */
    public String getSpaceName() {
        return getSpaces().stream()
                .filter(FacetLink::chosen)
                .map(FacetLink::label)
                .findFirst()
                .orElse(address.space());
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
