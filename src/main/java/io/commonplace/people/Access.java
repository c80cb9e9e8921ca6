package io.commonplace.people;

import io.commonplace.cache.CacheRegion;
import io.commonplace.cache.Caches;
import io.commonplace.cache.Invalidations;
import io.commonplace.platform.Forbidden;
import io.commonplace.platform.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;

/**
 * Decides who may do what; every feature asks here. The cache holds one entry per person and one entry for the rights of all
 * groups. A change of rights invalidates only that one entry, however many people it affects.
 */
@ApplicationScoped
public class Access {
    private static final String RIGHTS = "rights";

    @Inject
    private Caches caches;

    @Inject
    private Invalidations invalidations;

    @Inject
    private PeopleStore people;

    @Inject
    private RightsStore rights;

    /** The person and their rights; empty if no such person exists or the person is deactivated. */
    public Optional<Viewer> viewer(long personId) {
        return cachedPerson(personId).flatMap(cachedPerson -> cachedPerson.viewer(rights()));
    }

    public boolean may(Viewer viewer, SpaceLevel level, long spaceId) {
        return viewer.may(level, spaceId);
    }

    /** Whether there is a space in which the person has at least this level, or one could be made by them. */
    public boolean mayAnywhere(Viewer viewer, SpaceLevel level) {
        return viewer.mayAnywhere(level);
    }

    /**
     * @throws NotFound if the person may not view the space: the answer must not reveal that the space exists
     * @throws Forbidden if they may view it, but not at this level, or it is archived
     */
    public void require(Viewer viewer, SpaceLevel level, long spaceId) {
        if (!may(viewer, SpaceLevel.VIEW, spaceId)) {
            throw new NotFound("access.notFound");
        }
        if (!may(viewer, level, spaceId) && viewer.has(level, spaceId)) {
            throw new Forbidden("access.archived");
        }
        if (!may(viewer, level, spaceId)) {
            throw new Forbidden(level == SpaceLevel.EDIT ? "access.edit" : "access.administer");
        }
    }

    /** Whether the person could administer the space before it was deleted, and so may restore it. */
    public boolean mayRestore(Viewer viewer, long spaceId) {
        return viewer.has(SpaceLevel.ADMINISTER, spaceId);
    }

    /** @throws Forbidden if the person is not an administrator of the site */
    public void requireAdministrator(Viewer viewer) {
        if (!viewer.administrator()) {
            throw new Forbidden("access.administrator");
        }
    }

    Optional<CachedPerson> cachedPerson(long personId) {
        return caches.get(CacheRegion.VIEWERS, personId, fresh -> people.cachedPerson(personId, fresh));
    }

    /** Must be called inside the transaction that changes the person or their memberships. */
    void personChanges(long personId) {
        invalidations.mark(CacheRegion.VIEWERS, personId);
    }

    /** Must be called inside the transaction that changes rights of groups in spaces, or ends a space. */
    public void rightsChange() {
        invalidations.mark(CacheRegion.VIEWERS, RIGHTS);
    }

    Set<Long> groupsThatMayView(long spaceId) {
        return rights().groupsThatMayView(spaceId);
    }

    private RightsTable rights() {
        return caches.get(CacheRegion.VIEWERS, RIGHTS, rights::all);
    }
}
