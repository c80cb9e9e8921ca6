package io.commonplace.search;

import io.commonplace.people.Access;
import io.commonplace.people.Viewer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * The slowest searches of this clone. What somebody looks for may be confidential. So the texts are in the memory of the clone
 * only, never in a log, a metric or the grid, and only administrators see them.
 */
@ApplicationScoped
public class SlowSearches {
    private final SlowestSearches searches = new SlowestSearches(() -> clock().instant());

    @Inject
    private Clock clock;

    @Inject
    private Access access;

    /**
     * Returns the slowest ones of the last hour, the slowest first.
     *
     * @throws io.commonplace.platform.Forbidden if the viewer is not an administrator of the site
     */
    public List<SlowSearch> slowest(Viewer viewer) {
        access.requireAdministrator(viewer);
        return searches.all();
    }

    void add(SearchQuery query, Duration taken, long found) {
        searches.add(query, taken, found);
    }

    private Clock clock() {
        return clock;
    }
}
