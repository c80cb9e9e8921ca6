package io.commonplace.search.web;

import static io.commonplace.platform.web.RequestKind.CHANGE;
import static io.commonplace.platform.web.RequestKind.LIST;
import static io.commonplace.platform.web.RequestKind.SEARCH;
import static io.commonplace.platform.web.RequestKind.SUGGEST;

import io.commonplace.platform.web.RequestKindTable;
import io.commonplace.platform.web.RequestKinds;
import jakarta.enterprise.context.ApplicationScoped;

/** The kinds of requests for the search. */
@ApplicationScoped
class SearchRequests implements RequestKinds {
    @Override
    public void declare(RequestKindTable table) {
        table.add(SEARCH, "/search", SearchAddress.FEED, "/opensearch.xml")
                .add(SUGGEST, "/suggest", "/suggest/people")
                .add(LIST, "/admin/searches")
                .add(LIST, CHANGE, "/admin/synonyms", "/admin/synonyms/reset")
                .add(CHANGE, ClickServlet.ADDRESS);
    }
}
