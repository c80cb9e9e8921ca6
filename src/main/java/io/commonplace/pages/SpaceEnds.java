package io.commonplace.pages;

import io.commonplace.database.ReadRouter;
import io.commonplace.database.Writes;
import io.commonplace.people.Access;
import io.commonplace.people.SpaceLevel;
import io.commonplace.people.Viewer;
import io.commonplace.platform.NotFound;
import io.commonplace.platform.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Archives spaces, deletes them and brings them back. {@link Access} knows which spaces have ended, so a change counts for
 * every request from its commit on. Nothing of a deleted space is deleted until its days are over.
 */
@ApplicationScoped
public class SpaceEnds {
    @Inject
    private SpaceStore store;

    @Inject
    private SpaceDeletion deletion;

    @Inject
    private Access access;

    @Inject
    private ReadRouter router;

    @Inject
    private Clock clock;

    @Inject
    @ConfigProperty(name = "commonplace.space.undo-days", defaultValue = "7")
    private int days;

    /** Makes a space read-only for everybody and leaves it out of lists. */
    @Writes
    public void archive(Viewer viewer, SpaceHead space) {
        Space locked = lock(viewer, space);
        locked.archive(clock.instant());
        ended(locked);
    }

    @Writes
    public void unarchive(Viewer viewer, SpaceHead space) {
        Space locked = lock(viewer, space);
        locked.unarchive();
        ended(locked);
    }

    /**
     * Deletes a space. Nobody finds it from now on; for {@link #days} days it can be restored.
     *
     * @param typedKey the space's key, as the person has typed it
     * @throws Refusal if it is another one
     */
    @Writes
    public void delete(Viewer viewer, SpaceHead space, String typedKey) {
        Space locked = lock(viewer, space);
        if (!locked.slug().equals(typedKey.strip())) {
            throw new Refusal("space.delete.key", locked.slug());
        }
        locked.delete(viewer.displayName(), clock.instant());
        ended(locked);
    }

    private Space lock(Viewer viewer, SpaceHead space) {
        access.require(viewer, SpaceLevel.ADMINISTER, space.id());
        return store.lock(space.id()).orElseThrow(() -> new NotFound("space.notFound", space.slug()));
    }

    private void ended(Space space) {
        access.rightsChange();
        store.listsChanged(space);
    }

    /** The deleted spaces that the viewer may restore, the last one first. */
    public List<DeletedSpace> deleted(Viewer viewer) {
        return router.read(PageQueries::deletedSpaces).stream()
                .filter(space -> access.mayRestore(viewer, space.id()))
                .toList();
    }

    /** @throws NotFound if there is no such deleted space, or the viewer may not restore it */
    public DeletedSpace deleted(Viewer viewer, long spaceId) {
        return deleted(viewer).stream()
                .filter(space -> space.id() == spaceId)
                .findFirst()
                .orElseThrow(() -> new NotFound("space.deleted.notFound"));
    }

    /**
     * Restores a deleted space with its rights.
     *
     * @throws NotFound if there is no such deleted space, or its pages are being deleted already
     */
    @Writes
    public void restore(Viewer viewer, long spaceId) {
        Space space = lockDeleted(viewer, spaceId);
        space.restore();
        ended(space);
    }

    /**
     * Deletes a deleted space permanently, before its days are over.
     *
     * @return the job that does it
     * @throws NotFound as {@link #restore} does
     */
    @Writes
    public long destroy(Viewer viewer, long spaceId) {
        return deletion.start(lockDeleted(viewer, spaceId), viewer.name());
    }

    private Space lockDeleted(Viewer viewer, long spaceId) {
        return store.lock(spaceId)
                .filter(space -> space.canBeRestored() && access.mayRestore(viewer, spaceId))
                .orElseThrow(() -> new NotFound("space.deleted.notFound"));
    }

    /** For how many days a deleted space can be restored. */
    public int days() {
        return days;
    }
}
