package io.commonplace.search.web;

import io.commonplace.people.web.CurrentUser;
import io.commonplace.search.FrequentSearches;
import io.commonplace.search.SearchCounts;
import io.commonplace.search.SearchFrequency;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What people search for, for administrators: what is missing in the site, and what is asked for most. */
@Named
@RequestScoped
public class SearchesPage {
    private static final int SHOWN = 50;

    @Inject
    private SearchCounts counts;

    @Inject
    private CurrentUser currentUser;

    private List<SearchFrequency> withoutPages = List.of();
    private List<SearchFrequency> withoutClick = List.of();
    private List<SearchFrequency> frequent = List.of();

    public void load() {
        withoutPages = counts.frequent(currentUser.viewer(), FrequentSearches.WITHOUT_PAGES, SHOWN);
        withoutClick = counts.frequent(currentUser.viewer(), FrequentSearches.WITHOUT_CLICK, SHOWN);
        frequent = counts.frequent(currentUser.viewer(), FrequentSearches.ALL, SHOWN);
    }

    /** The searches that found nothing, the most frequent first. */
    public List<SearchFrequency> getWithoutPages() {
        return withoutPages;
    }

    /** The searches of whose results nothing was opened, the most frequent first. */
    public List<SearchFrequency> getWithoutClick() {
        return withoutClick;
    }

    /** All searches, the most frequent first. */
    public List<SearchFrequency> getFrequent() {
        return frequent;
    }

    public int getDays() {
        return SearchCounts.DAYS;
    }

    public String href(String text) {
        return "/search?q=" + URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
