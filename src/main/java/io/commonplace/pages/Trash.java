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

/** Deleting pages, and getting them back. */
@ApplicationScoped
public class Trash {
    @Inject
    private PageStore store;

    @Inject
    private TrashStore trash;

    @Inject
    private SpaceStore spaces;

    @Inject
    private Access access;

    /**
     * Puts a page with all pages below it into the space's trash.
     *
     * @param expected how many pages that are, as far as the person knows
     * @throws Refusal if they are more or fewer by now; nothing is deleted then
     */
    @Writes
    public Deletion delete(Viewer viewer, SpaceHead space, String path, int expected) {
        access.require(viewer, SpaceLevel.EDIT, space.id());
        // First of all, since it locks the tree.
        spaces.treeChanged(space.id());
        Page page = store.find(space.id(), path).orElseThrow(() -> new NotFound("page.notFound"));
        page.requireBelowFront();
        Subtree subtree = trash.pagesFrom(page);
        if (subtree.size() != expected) {
            throw new Refusal("trash.delete.changed", subtree.size());
        }
        return trash.putAway(page, subtree, Author.of(viewer));
    }

    /**
     * Brings back what was deleted at once: below the page that it stood below, wherever that is now, or at the top if
     * that one is gone.
     *
     * @param name the last part of the uppermost page's address
     * @return that page's path
     * @throws Refusal if there is another page at one of the addresses; everything stays in the trash then
     */
    @Writes
    public String restore(Viewer viewer, SpaceHead space, long deletionId, String name) {
        access.require(viewer, SpaceLevel.EDIT, space.id());
        spaces.treeChanged(space.id());
        Deletion deletion = find(space, deletionId);
        Parent parent = Optional.ofNullable(trash.formerParent(deletion))
                .flatMap(id -> store.parent(space.id(), id))
                .or(() -> store.parent(space.id(), ""))
                .orElseThrow();
        String path = parent.childPath(name).orElseThrow(() -> new Refusal("page.name.form"));
        trash.taken(deletion, path).ifPresent(taken -> {
            throw new Refusal("page.name.taken", taken);
        });
        trash.bringBack(deletion, path, parent.id());
        return path;
    }

    /** Deletes for ever, with all revisions. */
    @Writes
    public void destroy(Viewer viewer, SpaceHead space, long deletionId) {
        access.require(viewer, SpaceLevel.ADMINISTER, space.id());
        // Nobody restores meanwhile. The tree itself is the same afterwards.
        spaces.treeChanged(space.id());
        trash.destroy(find(space, deletionId));
    }

    private Deletion find(SpaceHead space, long deletionId) {
        return trash.find(space.id(), deletionId).orElseThrow(() -> new NotFound("trash.notFound"));
    }
}
