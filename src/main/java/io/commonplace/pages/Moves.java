package io.commonplace.pages;

import io.commonplace.database.Writes;
import io.commonplace.people.Access;
import io.commonplace.people.SpaceLevel;
import io.commonplace.people.Viewer;
import io.commonplace.platform.NotFound;
import io.commonplace.platform.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Giving pages another place in the tree and another address. Whatever led to them before still does. */
@ApplicationScoped
public class Moves {
    @Inject
    private PageStore store;

    @Inject
    private SubtreeStore subtrees;

    @Inject
    private SpaceStore spaces;

    @Inject
    private Access access;

    /**
     * Moves a page with all pages below it.
     *
     * @param from where the page is, as far as the person knows
     * @return the page's new path
     * @throws Refusal if it can't be there, or was moved by somebody else meanwhile; nothing is changed then
     */
    @Writes
    public String move(Viewer viewer, SpaceHead space, String from, Place to) {
        access.require(viewer, SpaceLevel.EDIT, space.id());
        // First of all, since it locks the tree.
        spaces.treeChanged(space.id());
        Page page = store.find(space.id(), from).orElseThrow(() -> goneFrom(space, from));
        page.requireBelowFront();
        Parent parent = parent(space, to.parentPath());
        Subtree subtree = subtrees.of(page);
        if (parent.id() != null && subtree.contains(parent.id())) {
            throw new Refusal("page.parent.below");
        }
        String path = parent.childPath(to.name()).orElseThrow(() -> new Refusal("page.name.form"));
        subtree.pathsAt(path);
        subtrees.taken(subtree, "page", space.id(), path).ifPresent(taken -> {
            throw new Refusal("page.name.taken", taken);
        });
        subtrees.move(subtree, space.id(), path, parent.id());
        return path;
    }

    private Parent parent(SpaceHead space, String path) {
        return store.parent(space.id(), path).orElseThrow(() -> new Refusal("page.parent.missing", path));
    }

    private Refusal goneFrom(SpaceHead space, String from) {
        return store.movedTo(space.id(), from)
                .map(page -> new Refusal("page.move.conflict", page.path()))
                .orElseGet(() -> new NotFound("page.notFound"));
    }
}
