package io.commonplace.pages;

import io.commonplace.database.Writes;
import io.commonplace.people.Access;
import io.commonplace.people.SpaceLevel;
import io.commonplace.people.Viewer;
import io.commonplace.platform.NotFound;
import io.commonplace.platform.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Deletes and restores pages. */
@ApplicationScoped
public class Trash {
    @Inject
    private PageStore store;

    @Inject
    private TrashStore trash;

    @Inject
    private PageEventStore history;

    @Inject
    private Access access;

    /**
     * Moves a page and its descendants to the space's trash.
     *
     * @param expected the number of pages that the person has confirmed
     * @throws Refusal if the number differs now; nothing is deleted then
     */
    @Writes
    public Deletion delete(Viewer viewer, SpaceHead space, String path, int expected) {
        access.require(viewer, SpaceLevel.EDIT, space.id());
        Page page = store.lock(space.id(), path).orElseThrow(() -> new NotFound("page.notFound"));
        page.requireBelowFront();
        Subtree subtree = trash.subtree(page);
        if (subtree.size() != expected) {
            throw new Refusal("trash.delete.changed", subtree.size());
        }
        store.childrenChanged(space.id(), page.parentId());
        return trash.add(page, subtree, Author.of(viewer));
    }

    /**
     * Restores a deletion below its former parent, wherever that is now, or at the top if the parent is gone.
     *
     * @param name the last part of the root page's address
     * @return the root page's path
     * @throws Refusal if there is another page at one of the addresses; everything stays in the trash then
     */
    @Writes
    public String restore(Viewer viewer, SpaceHead space, long deletionId, String name) {
        access.require(viewer, SpaceLevel.EDIT, space.id());
        Deletion deletion = lock(space, deletionId);
        Parent parent = Optional.ofNullable(trash.formerParent(deletion))
                .flatMap(id -> store.lockParent(space.id(), id))
                .or(() -> store.lockParent(space.id(), ""))
                .orElseThrow();
        String path = parent.childPath(name).orElseThrow(() -> new Refusal("page.name.form"));
        trash.conflictingPath(deletion, path).ifPresent(conflictingPath -> {
            throw new Refusal("page.name.taken", conflictingPath);
        });
        trash.restore(deletion, path, parent.id());
        store.childrenChanged(space.id(), parent.id());
        PageEvent.What restored = new PageEvent.What(PageEvent.Kind.RESTORED, deletion.path(), path);
        history.add(deletion.pageId(), restored, Author.of(viewer));
        return path;
    }

    /** Deletes permanently, with all revisions. */
    @Writes
    public void destroy(Viewer viewer, SpaceHead space, long deletionId) {
        access.require(viewer, SpaceLevel.ADMINISTER, space.id());
        access.require(viewer, SpaceLevel.EDIT, space.id());
        trash.destroy(lock(space, deletionId));
    }

    /** So that nobody else restores it or deletes it permanently meanwhile. */
    private Deletion lock(SpaceHead space, long deletionId) {
        return trash.lock(space.id(), deletionId).orElseThrow(() -> new NotFound("trash.notFound"));
    }
}
