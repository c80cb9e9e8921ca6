package io.commonplace.search.web;

import io.commonplace.search.ResultOrder;
import io.commonplace.search.SearchQuery;
import io.commonplace.search.SearchRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A search as it stands in an address, so that it can be sent to others: what was typed, and the filters that were chosen
 * beside the results. Parts that are too long lose their end, because every link of the page repeats them.
 *
 * @param space the slug of a space; empty for all
 * @param by the name of the person of the last change; empty for all
 */
public record SearchAddress(String query, String space, String by, ResultOrder order) {
    static final String FEED = "/search.atom";

    /** Characters. The server takes 8 KB for a request without its body, and a Chinese character is 9 bytes of an address. */
    static final int MAX_QUERY = 500;

    private static final String PAGE = "/search";
    private static final int MAX_NAME = 200;

    /** Characters of a query in a sentence. */
    private static final int MAX_QUOTED = 100;

    public SearchAddress {
        query = Parameter.beginning(query, MAX_QUERY);
        space = Parameter.beginning(space, MAX_NAME);
        by = Parameter.beginning(by, MAX_NAME);
    }

    /** A part of the address, with its name there. */
    public record Part(String name, String value) {}

    /** @param sort an {@link OrderName}; by relevance if there is no such order */
    static SearchAddress of(String query, String space, String by, String sort) {
        return new SearchAddress(query, space, by, OrderName.parse(sort).orElse(ResultOrder.RELEVANCE));
    }

    static SearchAddress of(HttpServletRequest request) {
        return of(
                Parameter.of(request, "q"),
                Parameter.of(request, "space"),
                Parameter.of(request, "by"),
                Parameter.of(request, "sort"));
    }

    /**
     * What to ask the search for.
     *
     * @param after {@link io.commonplace.search.SearchResults#next} of the results before; empty for the first ones
     */
    SearchRequest request(String after, int size) {
        SearchRequest typed = SearchRequest.of(query, order, after, size);
        SearchQuery asked = typed.query();
        if (!space.isBlank()) {
            asked = asked.with(new SearchQuery.Clause(SearchQuery.Scope.SPACE, space, false));
        }
        if (!by.isBlank()) {
            asked = asked.with(new SearchQuery.Clause(SearchQuery.Scope.AUTHOR, by, false));
        }
        return new SearchRequest(asked, order, typed.after(), size);
    }

    SearchAddress withQuery(String words) {
        return new SearchAddress(words, space, by, order);
    }

    /** Whether the query has words only, without filters, phrases and exclusions. */
    boolean isPlain() {
        return SearchRequest.of(query, order, "", 1).query().isPlain();
    }

    public SearchAddress withSpace(String slug) {
        return new SearchAddress(query, slug, by, order);
    }

    public SearchAddress withPerson(String name) {
        return new SearchAddress(query, space, name, order);
    }

    public SearchAddress sortedByDate() {
        return new SearchAddress(query, space, by, ResultOrder.DATE);
    }

    public SearchAddress sortedByRelevance() {
        return new SearchAddress(query, space, by, ResultOrder.RELEVANCE);
    }

    public boolean isByDate() {
        return order == ResultOrder.DATE;
    }

    /** The query as a sentence quotes it: somebody may have pasted a whole text. */
    public String shortQuery() {
        String beginning = Parameter.beginning(query, MAX_QUOTED);
        return beginning.equals(query) ? query : beginning + "…";
    }

    /** Whether a filter is chosen beside the results. */
    public boolean isFiltered() {
        return !space.isEmpty() || !by.isEmpty();
    }

    /** What a form must bring along besides what is typed. */
    public List<Part> kept() {
        return Stream.of(new Part("space", space), new Part("by", by), new Part("sort", sort()))
                .filter(part -> !part.value().isEmpty())
                .toList();
    }

    public String href() {
        return href(PAGE, "");
    }

    String hrefAfter(String cursor) {
        return href(PAGE, cursor);
    }

    /** A feed has one order, whatever that of the page is. */
    public String feedHref() {
        return sortedByRelevance().href(FEED, "");
    }

    private String href(String path, String after) {
        return path
                + Stream.of(Stream.of(new Part("q", query)), kept().stream(), Stream.of(new Part("after", after)))
                        .flatMap(parts -> parts)
                        .filter(part -> !part.value().isEmpty() || part.name().equals("q"))
                        .map(part -> part.name() + "=" + URLEncoder.encode(part.value(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&", "?", ""));
    }

    private String sort() {
        return isByDate() ? OrderName.of(order) : "";
    }
}
