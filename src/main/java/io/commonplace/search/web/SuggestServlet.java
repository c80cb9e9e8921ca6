package io.commonplace.search.web;

import io.commonplace.people.web.CurrentUser;
import io.commonplace.search.Search;
import io.commonplace.search.Suggestion;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.List;

/**
 * {@code GET /suggest?q=…}: the pages whose titles fit what a person is typing, for the search box. With the parameter {@code
 * format=opensearch}, in the form that browsers ask for.
 */
@WebServlet("/suggest")
public class SuggestServlet extends HttpServlet {
    @Serial
    private static final long serialVersionUID = 1;

    private static final int MAX_SUGGESTIONS = 8;

    /** Characters. No title is longer. */
    private static final int MAX_TYPED = 300;

    @Inject
    private transient Search search;

    @Inject
    private transient CurrentUser currentUser;

    @Inject
    private transient SiteAddress site;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String typed = Parameter.beginning(Parameter.of(request, "q"), MAX_TYPED);
        List<Suggestion> found = search.suggest(currentUser.viewer(), typed, MAX_SUGGESTIONS);
        boolean forBrowser = Parameter.of(request, "format").equals("opensearch");
        response.setContentType(forBrowser ? OpenSearchDescription.SUGGESTIONS : "application/json");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.getWriter().write(forBrowser ? SuggestionJson.of(typed, found, site) : SuggestionJson.of(found));
    }
}
