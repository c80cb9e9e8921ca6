package io.commonplace.search.web;

import io.commonplace.pages.PagePath;
import io.commonplace.people.Viewer;
import io.commonplace.people.web.CurrentUser;
import io.commonplace.platform.BoundedCalls;
import io.commonplace.platform.web.RequestPath;
import io.commonplace.platform.web.SimilarPages;
import io.commonplace.search.PathSearch;
import io.commonplace.search.Suggestion;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;

/**
 * Offers pages at the address {@code /s/<space>/<path>} of a missing one. It ignores the space in the address, because the
 * answer must not reveal which spaces exist.
 */
@ApplicationScoped
class PagesLikeThis implements SimilarPages {
    private static final int MOST = 5;
    private static final int MOST_AT_ONCE = 4;
    private static final Duration TIMEOUT = Duration.ofSeconds(1);
    private static final String PAGES = "/s/";

    private final BoundedCalls calls = new BoundedCalls("pages-like-this", MOST_AT_ONCE, TIMEOUT);

    @Inject
    private PathSearch search;

    @Inject
    private CurrentUser currentUser;

    @PreDestroy
    void stop() {
        calls.close();
    }

    @Override
    public List<SimilarPage> to(HttpServletRequest request) {
        String path = pathInSpace(RequestPath.of(request));
        if (path.isEmpty() || path.length() > PagePath.MAX_LENGTH || !currentUser.isSignedIn()) {
            return List.of();
        }
        Viewer viewer = currentUser.viewer();
        return calls.call(() -> search.like(viewer, path, MOST)).orElse(List.of()).stream()
                .map(PagesLikeThis::page)
                .toList();
    }

    /** Empty if it isn't a page's address. */
    static String pathInSpace(String path) {
        int slash = path.startsWith(PAGES) ? path.indexOf('/', PAGES.length()) : -1;
        return slash < 0 ? "" : path.substring(slash + 1);
    }

    private static SimilarPage page(Suggestion found) {
        return new SimilarPage(found.title(), found.space(), found.href());
    }
}
