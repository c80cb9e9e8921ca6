package io.commonplace.pages.web;

import io.commonplace.pages.RecentChange;
import io.commonplace.pages.SpaceHead;
import io.commonplace.pages.Spaces;
import io.commonplace.people.web.CurrentUser;
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

    @Inject
    private Spaces spaces;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private HttpServletRequest request;

    private List<SpaceHead> visible = List.of();
    private List<RecentChange> changes = List.of();

    @PostConstruct
    void load() {
        visible = spaces.current(currentUser.viewer());
        changes = spaces.recentChanges(currentUser.viewer(), isMinor(), MAX_CHANGES);
    }

    public List<SpaceHead> getSpaces() {
        return visible;
    }

    /** Whether the list has minor changes, too. */
    public boolean isMinor() {
        return "true".equals(request.getParameter("minor"));
    }

    public List<RecentChange> getChanges() {
        return changes;
    }
}
