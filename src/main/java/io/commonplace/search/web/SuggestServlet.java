package io.commonplace.search.web;

import io.commonplace.people.web.CurrentUser;
import io.commonplace.search.Suggested;
import io.commonplace.search.Suggestions;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;

/**
 * {@code GET /suggest?q=…&space=…}: pages, spaces and people whose names fit what a person is typing, for the search box.
 * While nothing is typed, it is the person's own pages. The space is where the person is. With {@code in=…} instead, the pages
 * of that space alone, for fields that name a page. With {@code format=opensearch}, the answer has the form that browsers ask
 * for.
 */
@WebServlet("/suggest")
public class SuggestServlet extends HttpServlet {
    @Serial
    private static final long serialVersionUID = 1;

    private static final int MAX_PAGES = 8;
    private static final int MAX_RECENT = 5;

    /** Characters. No title is longer. */
    private static final int MAX_TYPED = 300;

    @Inject
    private transient Suggestions suggestions;

    @Inject
    private transient CurrentUser currentUser;

    @Inject
    private transient SiteAddress site;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String typed = Parameter.beginning(Parameter.of(request, "q"), MAX_TYPED);
        boolean forBrowser = Parameter.of(request, "format").equals("opensearch");
        Suggested found = find(request, typed);
        response.setContentType(forBrowser ? OpenSearchDescription.SUGGESTIONS : "application/json");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.getWriter().write(forBrowser ? SuggestionJson.of(typed, found, site) : SuggestionJson.of(found));
    }

    private Suggested find(HttpServletRequest request, String typed) {
        String only = Parameter.of(request, "in");
        if (!only.isEmpty()) {
            return suggestions.in(currentUser.viewer(), only, typed, MAX_PAGES);
        }
        return typed.isBlank()
                ? suggestions.recent(currentUser.viewer(), MAX_RECENT)
                : suggestions.of(currentUser.viewer(), typed, Parameter.of(request, "space"), MAX_PAGES);
    }
}
