package io.commonplace.search.web;

import io.commonplace.search.FacetCount;

/** A person who was found. @param pages how many pages this person changed last */
public record PersonLine(String name, int pages) {
    static PersonLine of(FacetCount person) {
        return new PersonLine(person.value(), person.count());
    }

    /** There is no page about a person: the pages that they changed last. */
    public String href() {
        return SearchAddress.pagesOf(name).href();
    }
}
