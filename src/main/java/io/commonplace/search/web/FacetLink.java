package io.commonplace.search.web;

import io.commonplace.search.SearchResults;
import java.util.List;

/**
 * A filter beside the results.
 *
 * @param count how many results it leaves
 * @param href the search with this filter, or without it if it is chosen
 */
public record FacetLink(String label, int count, String href, boolean chosen) {
    static List<FacetLink> spaces(SearchResults found, SearchAddress address) {
        return found.bySpace().stream()
                .map(facet -> {
                    String slug = facet.space().slug();
                    boolean chosen = slug.equals(address.space());
                    String href = address.withSpace(chosen ? "" : slug).href();
                    return new FacetLink(facet.space().name(), facet.count(), href, chosen);
                })
                .toList();
    }

    static List<FacetLink> people(SearchResults found, SearchAddress address) {
        return found.byAuthor().stream()
                .map(facet -> {
                    boolean chosen = facet.value().equals(address.by());
                    String href =
                            address.withPerson(chosen ? "" : facet.value()).href();
                    return new FacetLink(facet.value(), facet.count(), href, chosen);
                })
                .toList();
    }
}
