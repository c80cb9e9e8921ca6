package io.commonplace.pages;

import io.commonplace.database.Writes;
import io.commonplace.people.Access;
import io.commonplace.people.SpaceLevel;
import io.commonplace.people.Viewer;
import io.commonplace.platform.NotFound;
import io.commonplace.platform.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

/** Moves pages in the tree. Old addresses redirect to the new ones. */
@ApplicationScoped
public class Moves {
    @Inject
    private PageStore store;

    @Inject
    private SubtreeStore subtrees;

    @Inject
    private PageEventStore history;

    @Inject
    private Access access;

    @Inject
    private Event<PagesMoved> moved;

    /**
     * Moves a page and its descendants.
     *
     * @param from the page's path, as the person saw it
     * @return the page's new path
     * @throws Refusal if the page can't be at the new place, or somebody else has moved it meanwhile; nothing is changed
     *     then
     */
    @Writes
    public String move(Viewer viewer, SpaceHead space, String from, Place to) {
        access.require(viewer, SpaceLevel.EDIT, space.id());
        Page page = store.lock(space.id(), from).orElseThrow(() -> movedAway(space, from));
        page.requireBelowFront();
        Subtree subtree = subtrees.lock(page);
        Parent parent = parent(space, to.parentPath());
        if (parent.id() != null && subtree.contains(parent.id())) {
            throw new Refusal("page.parent.below");
        }
        String path = parent.childPath(to.name()).orElseThrow(() -> new Refusal("page.name.form"));
        subtree.pathsAt(path);
        subtrees.conflictingPath(subtree, "page", space.id(), path).ifPresent(conflictingPath -> {
            throw new Refusal("page.name.taken", conflictingPath);
        });
        store.childrenChanged(space.id(), page.parentId());
        store.childrenChanged(space.id(), parent.id());
        subtrees.move(subtree, space.id(), path, parent.id());
        if (!path.equals(from)) {
            moved.fire(new PagesMoved(space, page.title(), from, path, viewer));
        }
        history.add(page.id(), new PageEvent.What(PageEvent.Kind.MOVED, from, path), Author.of(viewer));
        return path;
    }

    private Parent parent(SpaceHead space, String path) {
        return store.lockParent(space.id(), path).orElseThrow(() -> new Refusal("page.parent.missing", path));
    }

    private Refusal movedAway(SpaceHead space, String from) {
        return store.movedTo(space.id(), from)
                .map(page -> new Refusal("page.move.conflict", page.path()))
                .orElseGet(() -> new NotFound("page.notFound"));
    }
}
