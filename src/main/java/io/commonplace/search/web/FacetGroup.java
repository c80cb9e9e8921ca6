package io.commonplace.search.web;

import io.commonplace.search.ResultKind;
import io.commonplace.search.SearchResults;
import java.util.List;
import java.util.stream.Stream;

/** Filters of one sort beside the results. @param title the end of a key of the texts of views */
public record FacetGroup(String title, List<FacetLink> links) {
    /** Without empty groups. */
    static List<FacetGroup> of(SearchResults found, SearchAddress address) {
        boolean deleted = address.kind() == ResultKind.DELETED;
        return Stream.of(
                        new FacetGroup("spaces", FacetLink.spaces(found, address)),
                        new FacetGroup(deleted ? "deleted" : "changed", FacetLink.times(found, address)),
                        new FacetGroup(deleted ? "deletedBy" : "changedBy", FacetLink.people(found, address)))
                .filter(group -> !group.links().isEmpty())
                .toList();
    }
}
