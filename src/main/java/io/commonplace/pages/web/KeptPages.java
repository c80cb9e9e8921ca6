package io.commonplace.pages.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.commonplace.database.ReadOnlyMode;
import io.commonplace.people.web.CurrentUser;
import io.commonplace.people.web.PersonalMark;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Views of pages, made by Faces once for each version and kept in this clone's memory. The key is all that a view depends on,
 * so nothing has to be invalidated. What is a reader's own is put in at each request.
 */
@ApplicationScoped
class KeptPages {
    /** A hundred of the largest pages, or some two thousand usual ones. */
    private static final long MAX_BYTES = 48L << 20;

    private static final int KEY_BYTES = 200;

    @Inject
    private PageReads reads;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private ReadOnlyMode mode;

    private final Cache<Key, KeptPage> pages = Caffeine.newBuilder()
            .maximumWeight(MAX_BYTES)
            .weigher((Key key, KeptPage page) -> KEY_BYTES + page.size())
            .build();

    void write(HttpServletRequest request, HttpServletResponse response, PageRead read, View view)
            throws IOException, ServletException {
        Key key = key(read);
        KeptPage page = pages.getIfPresent(key);
        if (page == null) {
            CapturedResponse captured = render(request, response, view);
            if (captured.getStatus() != HttpServletResponse.SC_OK || captured.isCommitted()) {
                return;
            }
            page = KeptPage.of(captured.markup());
            // Otherwise something changed while the view was made, so its markup may not be the key's.
            if (reads.isCurrent(read) && key.equals(key(read))) {
                pages.put(key, page);
            }
        }
        page.writeTo(response, currentUser);
    }

    private Key key(PageRead read) {
        return new Key(
                read.version(),
                currentUser.isAdministrator(),
                currentUser.isEditor(),
                mode.text().orElse(""));
    }

    private static CapturedResponse render(HttpServletRequest request, HttpServletResponse response, View view)
            throws IOException, ServletException {
        CapturedResponse captured = new CapturedResponse(response);
        PersonalMark.begin(request);
        try {
            view.forward(request, captured);
        } finally {
            PersonalMark.end(request);
        }
        return captured;
    }

    /** Makes the view. */
    interface View {
        void forward(HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException;
    }

    private record Key(String version, boolean administrator, boolean editor, String mode) {}
}
