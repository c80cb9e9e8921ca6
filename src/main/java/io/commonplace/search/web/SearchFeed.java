package io.commonplace.search.web;

import io.commonplace.people.web.CurrentUser;
import io.commonplace.platform.Refusal;
import io.commonplace.platform.web.RequestPath;
import io.commonplace.search.Search;
import io.commonplace.search.SearchResults;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;

/**
 * {@code GET /search.atom?q=…}: the pages that changed last among those that a search finds. Feed readers outside the
 * browser have no session; at the address below {@code /api} they send a name and a password.
 */
@WebServlet({SearchAddress.FEED, "/api" + SearchAddress.FEED})
public class SearchFeed extends HttpServlet {
    @Serial
    private static final long serialVersionUID = 1;

    private static final int SIZE = 20;

    @Inject
    private transient Search search;

    @Inject
    private transient CurrentUser currentUser;

    @Inject
    private transient SiteAddress site;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        SearchAddress address = SearchAddress.of(request);
        if (!address.kind().isOfPages()) {
            throw new Refusal("search.feed.kind");
        }
        SearchResults found =
                search.find(currentUser.viewer(), address.sortedByDate().request("", SIZE));
        AtomFeed feed = new AtomFeed(site, address, self(request, address));
        response.setContentType(AtomFeed.TYPE);
        response.setCharacterEncoding("UTF-8");
        response.getWriter().write(feed.of(found));
    }

    private static String self(HttpServletRequest request, SearchAddress address) {
        return (RequestPath.isApi(request) ? "/api" : "") + address.feedHref();
    }
}
