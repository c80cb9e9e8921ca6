package io.commonplace.search;

import io.commonplace.pages.SpaceHead;
import java.util.List;

/**
 * What is suggested while a person types, the best of each kind first.
 *
 * @param people with the number of pages that each has changed last
 */
public record Suggested(List<Suggestion> pages, List<SpaceHead> spaces, List<FacetCount> people) {
    public Suggested {
        pages = List.copyOf(pages);
        spaces = List.copyOf(spaces);
        people = List.copyOf(people);
    }

    static Suggested pages(List<Suggestion> pages) {
        return new Suggested(pages, List.of(), List.of());
    }
}
