package io.commonplace.people;

import io.commonplace.database.Writes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
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

    /**
     * The groups that may view the space, apart from the administrators, for those who write pages in it.
     *
     * @throws io.commonplace.platform.NotFound as {@link #of} does
     * @throws io.commonplace.platform.Forbidden if the viewer may neither edit the space nor administer it
     */
    public List<SpaceRights.GroupRight> readers(Viewer viewer, String slug) {
        SpaceRights rights = store.ofSpace(slug);
        if (!access.may(viewer, SpaceLevel.ADMINISTER, rights.spaceId())) {
            access.require(viewer, SpaceLevel.EDIT, rights.spaceId());
        }
        return rights.groups().stream().filter(group -> group.level() != null).toList();
    }

    /** Replaces all rights in the space: groups that are not in {@code levels} lose theirs. */
    @Writes
    public void replace(Viewer viewer, long spaceId, Map<Long, SpaceLevel> levels) {
        access.require(viewer, SpaceLevel.ADMINISTER, spaceId);
        store.replace(spaceId, levels);
        access.rightsChange();
    }
}
