package io.commonplace.people;

import io.commonplace.database.Writes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;

/** What groups may do in a space, seen and changed by those who administer it. */
@ApplicationScoped
public class Rights {
    @Inject
    private RightsStore store;

    @Inject
    private Access access;

    /** @throws io.commonplace.platform.NotFound if there is no such space, or the viewer may not see it */
    public SpaceRights of(Viewer viewer, String slug) {
        SpaceRights rights = store.ofSpace(slug);
        access.require(viewer, SpaceLevel.ADMINISTER, rights.spaceId());
        return rights;
    }

    /** Gives each of the groups the level, and takes the rights of all others. */
    @Writes
    public void replace(Viewer viewer, long spaceId, Map<Long, SpaceLevel> levels) {
        access.require(viewer, SpaceLevel.ADMINISTER, spaceId);
        store.replace(spaceId, levels);
        access.rightsChange();
    }
}
