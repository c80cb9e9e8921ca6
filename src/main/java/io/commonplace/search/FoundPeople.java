package io.commonplace.search;

import java.util.List;

/**
 * People who were found.
 *
 * @param people with the number of pages that each has changed last
 * @param total the number of all people, those that are not in the list included
 */
public record FoundPeople(List<FacetCount> people, int total) {
    public static final FoundPeople NOBODY = new FoundPeople(List.of(), 0);

    public FoundPeople {
        people = List.copyOf(people);
    }
}
