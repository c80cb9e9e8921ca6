package io.commonplace.search.web;

import io.commonplace.platform.Messages;
import io.commonplace.search.ChangedWithin;
import io.commonplace.search.ResultKind;
import io.commonplace.search.SearchResults;
import io.commonplace.search.TimeCount;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A choice beside or above the results.
 *
 * @param count how many results it leaves
 * @param href the search with this choice, or without it if the link removes it
 * @param removes whether the link removes the choice, which is a filter that is chosen
 */
public record FacetLink(String label, int count, String href, boolean chosen, boolean removes) {
    static List<FacetLink> spaces(SearchResults found, SearchAddress address) {
        return found.bySpace().stream()
                .map(facet -> {
                    String slug = facet.space().slug();
                    boolean chosen = slug.equals(address.space());
                    String href = address.withSpace(chosen ? "" : slug).href();
                    return new FacetLink(facet.space().name(), facet.count(), href, chosen, chosen);
                })
                .toList();
    }

    static List<FacetLink> people(SearchResults found, SearchAddress address) {
        return found.byAuthor().stream()
                .map(facet -> {
                    boolean chosen = facet.value().equals(address.by());
                    String href =
                            address.withPerson(chosen ? "" : facet.value()).href();
                    return new FacetLink(facet.value(), facet.count(), href, chosen, chosen);
                })
                .toList();
    }

    /** Without times that leave nothing. */
    static List<FacetLink> times(SearchResults found, SearchAddress address) {
        return found.byTime().stream()
                .filter(time -> time.count() > 0)
                .map(time -> time(time, address))
                .toList();
    }

    private static FacetLink time(TimeCount time, SearchAddress address) {
        boolean chosen = time.within() == address.within();
        boolean removes = chosen && time.within() != null;
        String href = address.withTime(removes ? null : time.within()).href();
        return new FacetLink(timeName(time.within()), time.count(), href, chosen, removes);
    }

    static String timeName(@Nullable ChangedWithin within) {
        return Messages.text("search.time." + (within == null ? "any" : AddressName.of(within)));
    }

    static List<FacetLink> kinds(Map<ResultKind, Integer> counts, SearchAddress address) {
        return counts.entrySet().stream()
                .map(kind -> new FacetLink(
                        Messages.text("search.kind." + AddressName.of(kind.getKey())),
                        kind.getValue(),
                        address.withKind(kind.getKey()).href(),
                        kind.getKey() == address.kind(),
                        false))
                .toList();
    }
}
