package io.commonplace.pages.web;

import io.commonplace.pages.RecentChange;
import io.commonplace.pages.SpaceHead;
import io.commonplace.pages.Spaces;
import io.commonplace.people.web.CurrentUser;
import io.commonplace.platform.ListPart;
import io.commonplace.platform.web.ListRequest;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** The spaces that the person may see, and their recent changes. */
@Named
@RequestScoped
public class HomePage {
    private static final int MAX_CHANGES = 15;
    private static final int MAX_SPACES = 60;

    @Inject
    private ListRequest listRequest;

    @Inject
    private Spaces spaces;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private HttpServletRequest request;

    private ListPart<SpaceHead> visible = ListPart.empty();
    private List<RecentChange> changes = List.of();

    @PostConstruct
    void load() {
        visible = listRequest
                .alphabetical()
                .in(spaces.current(currentUser.viewer(), listRequest.getFilter()), SpaceHead::slug, MAX_SPACES);
        changes = spaces.recentChanges(currentUser.viewer(), isMinor(), MAX_CHANGES);
    }

    public List<SpaceHead> getSpaces() {
        return visible.rows();
    }

    /** The address of the spaces before these; empty if there are none. */
    public String getPrevious() {
        return visible.previousAddress(listRequest.addressOf("/"), SpaceHead::slug);
    }

    /** The address of the spaces after these; empty if there are none. */
    public String getNext() {
        return visible.nextAddress(listRequest.addressOf("/"), SpaceHead::slug);
    }

    /** Whether these are not all spaces, so that one may want to find some. */
    public boolean isLong() {
        return visible.previous() || visible.next() || !listRequest.getFilter().isEmpty();
    }

    /** Whether the list has minor changes, too. */
    public boolean isMinor() {
        return "true".equals(request.getParameter("minor"));
    }

    public List<RecentChange> getChanges() {
        return changes;
    }
}
