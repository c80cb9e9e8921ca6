package io.commonplace.links.web;

import io.commonplace.links.Backlink;
import io.commonplace.links.Backlinks;
import io.commonplace.pages.web.PagePart;
import io.commonplace.people.web.CurrentUser;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Comparator;
import java.util.List;

/** Some of the pages that link to a page, for its view: {@code #{linkedFrom.of(pageId)}}. */
@Named
@ApplicationScoped
public class LinkedFrom implements PagePart {
    private static final int SHOWN = 10;

    @Inject
    private Backlinks backlinks;

    @Inject
    private CurrentUser currentUser;

    /** Sorted by title. */
    public List<Backlink> of(long pageId) {
        return first(pageId).pages().stream()
                .sorted(Comparator.comparing(Backlink::title, String.CASE_INSENSITIVE_ORDER)
                        .thenComparing(Backlink::pageId))
                .limit(SHOWN)
                .toList();
    }

    /** Whether there are further ones. */
    public boolean more(long pageId) {
        Backlinks.Part first = first(pageId);
        return first.next() != 0 || first.pages().size() > SHOWN;
    }

    private Backlinks.Part first(long pageId) {
        return backlinks.first(currentUser.viewer(), pageId);
    }

    @Override
    public Object shown(long pageId) {
        return List.of(of(pageId), more(pageId));
    }
}
