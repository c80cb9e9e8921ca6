package io.commonplace.search;

import io.commonplace.database.Writes;
import io.commonplace.pages.SpaceHead;
import io.commonplace.pages.Spaces;
import io.commonplace.people.Access;
import io.commonplace.people.Viewer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Rebuilds the indexes of all clones while people go on searching: each page is replaced by itself, as it is now. The request
 * is an entry of the change log, so that each clone does it, and goes on with it after a crash.
 */
@ApplicationScoped
public class IndexRebuild {
    private static final Logger LOG = Logger.getLogger(IndexRebuild.class.getName());

    @Inject
    private ChangeLog changes;

    @Inject
    private Spaces spaces;

    @Inject
    private Access access;

    /**
     * Requests a rebuild.
     *
     * @param space the slug of the only space whose pages are put again; empty for all pages
     * @return the number of the request; {@link SearchProgress#rebuilt} is as high when a clone has done it
     * @throws io.commonplace.platform.Forbidden if the viewer is not an administrator of the site
     * @throws io.commonplace.platform.NotFound if there is no such space, or the viewer may not see it
     */
    @Writes(evenInMaintenance = true)
    public long request(Viewer viewer, String space) {
        access.requireAdministrator(viewer);
        SpaceHead only = space.isEmpty() ? null : spaces.get(viewer, space);
        long request = changes.requestRebuild(only == null ? Rebuild.ALL_SPACES : only.id());
        LOG.log(Level.INFO, "Rebuild {0} of the search index, requested by {1}: {2}", new Object[] {
            Long.toString(request), viewer.name(), only == null ? "all spaces" : only.slug()
        });
        return request;
    }
}
