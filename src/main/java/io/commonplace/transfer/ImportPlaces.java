package io.commonplace.transfer;

import io.commonplace.pages.PagePath;
import io.commonplace.pages.PageReader;
import io.commonplace.pages.SpaceHead;
import io.commonplace.people.Access;
import io.commonplace.people.SpaceLevel;
import io.commonplace.people.Viewer;
import io.commonplace.platform.Forbidden;
import io.commonplace.platform.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * Decides who may import where: below a page, whoever may edit the space; at its top, where an import can replace any page,
 * whoever administers it. Who may import also may take that import back.
 */
@ApplicationScoped
public class ImportPlaces {
    @Inject
    private PageReader pageReader;

    @Inject
    private Access access;

    /** The place below the page at this path; empty if there is no such page. @param path empty for the top of the space */
    public Optional<ImportPlace> find(SpaceHead space, String path) {
        if (path.isEmpty()) {
            return Optional.of(ImportPlace.top(space));
        }
        return path.length() > PagePath.MAX_LENGTH
                ? Optional.empty()
                : pageReader.page(space.id(), path).map(page -> new ImportPlace(space, page));
    }

    /** Whether the person may import at the top of the space, too. */
    public boolean mayAtTop(Viewer viewer, SpaceHead space) {
        return may(viewer, space.id(), 0);
    }

    /** @param belowId the page, or 0 for the top of the space */
    boolean may(Viewer viewer, long spaceId, long belowId) {
        return access.may(viewer, belowId == 0 ? SpaceLevel.ADMINISTER : SpaceLevel.EDIT, spaceId);
    }

    /**
     * Checks the right to begin.
     *
     * @throws NotFound if the person may not view the space
     * @throws Forbidden if they may view it, but not import there, or it is archived
     */
    void require(Viewer viewer, long spaceId, long belowId) {
        if (belowId == 0) {
            access.require(viewer, SpaceLevel.ADMINISTER, spaceId);
        }
        access.require(viewer, SpaceLevel.EDIT, spaceId);
    }
}
