package io.commonplace.search.web;

import io.commonplace.search.ChangedWithin;
import io.commonplace.search.ResultKind;
import io.commonplace.search.ResultOrder;
import io.commonplace.search.SearchQuery;
import io.commonplace.search.SearchRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A search as it stands in an address, so that it can be sent to others: what was typed, and the filters that were chosen
 * beside the results. Parts that are too long lose their end, because every link of the page repeats them.
 *
 * @param space the slug of a space; empty for all
 * @param by the name of the person of the last change; empty for all
 * @param within null for changes of any time
 */
public record SearchAddress(
        String query,
        String space,
        String by,
        ResultOrder order,
        ResultKind kind,
        @Nullable ChangedWithin within) {
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

    /** @param sort an {@link AddressName}; by relevance if there is no such order */
    static SearchAddress of(String query, String space, String by, String sort) {
        ResultOrder order = AddressName.parse(ResultOrder.class, sort).orElse(ResultOrder.RELEVANCE);
        return new SearchAddress(query, space, by, order, ResultKind.PAGES, null);
    }

    static SearchAddress of(HttpServletRequest request) {
        return of(
                        Parameter.of(request, "q"),
                        Parameter.of(request, "space"),
                        Parameter.of(request, "by"),
                        Parameter.of(request, "sort"))
                .withNames(Parameter.of(request, "kind"), Parameter.of(request, "updated"));
    }

    /** The pages that this person changed last. */
    static SearchAddress pagesOf(String person) {
        return of("", "", person, "");
    }

    /** Unknown names mean pages, changed at any time. */
    SearchAddress withNames(String kindName, String withinName) {
        return withKind(AddressName.parse(ResultKind.class, kindName).orElse(ResultKind.PAGES))
                .withTime(AddressName.parse(ChangedWithin.class, withinName).orElse(null));
    }

    /**
     * What to ask the search for.
     *
     * @param after {@link io.commonplace.search.SearchResults#next} of the results before; empty for the first ones
     */
    SearchRequest request(String after, int size) {
        SearchRequest asked =
                SearchRequest.of(query, order, after, size).of(kind).changedWithin(within);
        if (!space.isBlank()) {
            asked = asked.with(new SearchQuery.Clause(SearchQuery.Scope.SPACE, space, false));
        }
        if (!by.isBlank()) {
            asked = asked.with(new SearchQuery.Clause(SearchQuery.Scope.AUTHOR, by, false));
        }
        return asked;
    }

    SearchAddress withQuery(String words) {
        return new SearchAddress(words, space, by, order, kind, within);
    }

    /** Whether the query has words only, without filters, phrases and exclusions. */
    boolean isPlain() {
        return SearchRequest.of(query, order, "", 1).query().isPlain();
    }

    public SearchAddress withSpace(String slug) {
        return new SearchAddress(query, slug, by, order, kind, within);
    }

    public SearchAddress withPerson(String name) {
        return new SearchAddress(query, space, name, order, kind, within);
    }

    public SearchAddress withTime(@Nullable ChangedWithin other) {
        return new SearchAddress(query, space, by, order, kind, other);
    }

    SearchAddress withKind(ResultKind other) {
        return new SearchAddress(query, space, by, order, other, within);
    }

    public SearchAddress sortedByDate() {
        return new SearchAddress(query, space, by, ResultOrder.DATE, kind, within);
    }

    public SearchAddress sortedByRelevance() {
        return new SearchAddress(query, space, by, ResultOrder.RELEVANCE, kind, within);
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
        return kind.isOfPages() && (!space.isEmpty() || !by.isEmpty() || within != null);
    }

    /** What a form must bring along besides what is typed. */
    public List<Part> kept() {
        return Stream.of(
                        new Part("space", space),
                        new Part("by", by),
                        new Part("updated", within == null ? "" : AddressName.of(within)),
                        new Part("kind", kind == ResultKind.PAGES ? "" : AddressName.of(kind)),
                        new Part("sort", sort()))
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
        return isByDate() ? AddressName.of(order) : "";
    }
}
