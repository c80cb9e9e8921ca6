package io.commonplace.pages;

import io.commonplace.database.Ids;
import io.commonplace.database.Writes;
import io.commonplace.people.Access;
import io.commonplace.people.SpaceLevel;
import io.commonplace.people.Viewer;
import io.commonplace.platform.NotThere;
import io.commonplace.platform.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.OptimisticLockException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writing pages. */
@ApplicationScoped
public class Pages {
    private static final int MAX_TITLE = 300;

    @Inject
    private PageStore store;

    @Inject
    private SpaceStore spaces;

    @Inject
    private Typesetter typesetter;

    @Inject
    private Access access;

    @Inject
    private Ids ids;

    /**
     * Makes a page with its first revision.
     *
     * @param parentPath the page below which it is to stand; empty for the top
     * @return the new page's path
     * @throws Refusal if the title makes no path, or there is a page at it already
     */
    @Writes
    public String create(Viewer viewer, SpaceHead space, String parentPath, PageText text) {
        access.require(viewer, SpaceLevel.EDIT, space.id());
        String path = childPath(parentPath, checkedTitle(text.title()));
        if (store.find(space.id(), path).isPresent()) {
            throw new Refusal("page.taken", path);
        }
        Author author = Author.of(viewer);
        NewPage place = new NewPage(space.id(), parentId(space, parentPath), path, text.title(), path + ".md");
        DocumentText document = typesetter.typeset(space, place.sourcePath(), text);
        Page page = store.add(ids.next(), place, author);
        store.revise(
                page, text.title().strip(), new PageStore.Draft(text.markdown(), text.comment(), document), author);
        store.takeOver(space.id(), List.of(path));
        spaces.treeChanged(space.id());
        return path;
    }

    /**
     * Saves a further revision.
     *
     * @param base the number of the revision that the text was made from
     * @throws EditConflict if there is a newer one; nothing is changed then
     */
    @Writes
    public void save(Viewer viewer, SpaceHead space, String path, int base, PageText text) {
        access.require(viewer, SpaceLevel.EDIT, space.id());
        String title = checkedTitle(text.title());
        Page page = store.find(space.id(), path).orElseThrow(() -> new NotThere("page.notThere"));
        if (page.revisionNumber() != base) {
            throw new EditConflict(page.revisionNumber(), page.changedByName());
        }
        boolean renamed = !page.title().equals(title);
        DocumentText document = typesetter.typeset(space, page.sourcePath(), text);
        store.revise(page, title, new PageStore.Draft(text.markdown(), text.comment(), document), Author.of(viewer));
        try {
            store.flush();
        } catch (OptimisticLockException e) {
            // Somebody else's save of the same page committed between our look and now.
            throw new EditConflict(base + 1, "");
        }
        if (renamed) {
            spaces.treeChanged(space.id());
        }
    }

    private @Nullable Long parentId(SpaceHead space, String parentPath) {
        Optional<Page> parent = store.find(space.id(), parentPath);
        if (parent.isEmpty() && !parentPath.isEmpty()) {
            throw new NotThere("page.parent.notThere");
        }
        return parent.map(Page::id).orElse(null);
    }

    private static String childPath(String parentPath, String title) {
        String segment = PagePath.segment(title);
        String path = parentPath.isEmpty() ? segment : parentPath + "/" + segment;
        if (segment.isEmpty() || path.length() > PagePath.MAX_LENGTH) {
            throw new Refusal("page.title.path");
        }
        return path;
    }

    private static String checkedTitle(String title) {
        String stripped = title.strip();
        if (stripped.isEmpty() || stripped.length() > MAX_TITLE) {
            throw new Refusal("page.title.form", MAX_TITLE);
        }
        return stripped;
    }
}
