package io.commonplace.people;

import io.commonplace.database.Writes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;

/** Shows and changes what groups may do in a space, for those who administer the space. */
@ApplicationScoped
public class Rights {
    @Inject
    private RightsStore store;

    @Inject
    private Access access;

    /**
     * @throws io.commonplace.platform.NotFound if there is no such space, or the viewer may not see it
     * @throws io.commonplace.platform.Forbidden if the viewer may see the space, but not administer it
     */
    public SpaceRights of(Viewer viewer, String slug) {
        SpaceRights rights = store.ofSpace(slug);
        access.require(viewer, SpaceLevel.ADMINISTER, rights.spaceId());
        return rights;
    }

    /** Replaces all rights in the space: groups that are not in {@code levels} lose theirs. */
    @Writes
    public void replace(Viewer viewer, long spaceId, Map<Long, SpaceLevel> levels) {
        access.require(viewer, SpaceLevel.ADMINISTER, spaceId);
        store.replace(spaceId, levels);
        access.rightsChange();
    }
}
