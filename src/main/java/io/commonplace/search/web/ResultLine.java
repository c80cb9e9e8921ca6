package io.commonplace.search.web;

import io.commonplace.pages.PagePath;
import io.commonplace.search.SearchResult;

/** A result of the list. */
public record ResultLine(SearchResult result) {
    /** Where the page is: its space, and the names of the pages above it as the address has them. */
    public String trail() {
        String above = PagePath.parent(result.path());
        String space = result.space().name();
        return above.isEmpty() ? space : space + " / " + above.replace("/", " / ");
    }
}
