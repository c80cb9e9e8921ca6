package io.commonplace.search.web;

import io.commonplace.pages.PagePath;
import io.commonplace.platform.Html;
import io.commonplace.search.SearchResult;
import io.commonplace.search.Snippet;

/** A result of the list. */
public record ResultLine(SearchResult result) {
    /** Where the page is: its space, and the names of the pages above it as the address has them. */
    public String trail() {
        String above = PagePath.parent(result.path());
        String space = result.space().name();
        return above.isEmpty() ? space : space + " / " + above.replace("/", " / ");
    }

    /** The snippet as HTML, because a component for each of its parts would cost more than the search. */
    public String snippet() {
        StringBuilder html = new StringBuilder();
        for (Snippet.Part part : result.snippet().parts()) {
            html.append(part.matched() ? "<mark>" : "");
            Html.escape(part.text(), html);
            html.append(part.matched() ? "</mark>" : "");
        }
        return html.toString();
    }
}
