package io.commonplace.pages;

import io.commonplace.database.Ids;
import io.commonplace.database.Writes;
import io.commonplace.people.Access;
import io.commonplace.people.SpaceLevel;
import io.commonplace.people.Viewer;
import io.commonplace.platform.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;

/** Creates and saves pages. */
@ApplicationScoped
public class Pages {
    private static final int MAX_TITLE = 300;

    @Inject
    private PageStore store;

    @Inject
    private PageRenderer pageRenderer;

    @Inject
    private Access access;

    @Inject
    private Ids ids;

    @Inject
    private Event<PageRetitled> retitled;

    /**
     * Creates a page with its first revision.
     *
     * @param parentPath the parent's path; empty for the top
     * @return the new page's path
     * @throws Refusal if the title gives no valid path, or there is a page at that path already
     */
    @Writes
    public String create(Viewer viewer, SpaceHead space, String parentPath, PageText text) {
        access.require(viewer, SpaceLevel.EDIT, space.id());
        String title = checkedTitle(text.title());
        Parent parent = store.lockParent(space.id(), parentPath).orElseThrow(() -> new Refusal("page.parent.deleted"));
        String path = parent.childPath(title).orElseThrow(() -> new Refusal("page.title.path"));
        if (store.find(space.id(), path).isPresent()) {
            throw new Refusal("page.title.taken", path);
        }
        Author author = Author.of(viewer);
        NewPage place = new NewPage(space.id(), parent.id(), path, title, path + ".md");
        PageRendering rendering = pageRenderer.render(space, place.sourcePath(), text);
        Page page = store.add(ids.next(), place, author);
        store.childrenChanged(space.id(), parent.id());
        store.revise(page, title, PageStore.NewText.of(text, rendering), author);
        store.dropRedirects(space.id(), List.of(path));
        store.checkLinks(List.of(page.id()));
        return path;
    }

    /**
     * Saves a new revision, unless the page has this title and text already, perhaps by an earlier attempt whose outcome was
     * unknown.
     *
     * @param path the page's current or former path
     * @param base the number of the revision that the text is based on
     * @return whether there is a new revision
     * @throws EditConflict if there is a newer revision; nothing is changed then
     * @throws Refusal if the page was deleted meanwhile, or the title or text is invalid
     */
    @Writes
    public boolean save(Viewer viewer, SpaceHead space, String path, int base, PageText text) {
        access.require(viewer, SpaceLevel.EDIT, space.id());
        String title = checkedTitle(text.title());
        Page page = store.findOrMoved(space.id(), path).orElseThrow(() -> new Refusal("page.deleted"));
        if (page.title().equals(title) && store.markdown(page).equals(text.markdown())) {
            return false;
        }
        requireLatest(page, base);
        PageRendering rendering = pageRenderer.render(space, page.sourcePath(), text);
        store.lock(page);
        requireLatest(page, base);
        if (!page.title().equals(title)) {
            retitled.fire(new PageRetitled(space, page.id(), page.path(), page.title(), title, viewer));
        }
        store.revise(page, title, PageStore.NewText.of(text, rendering), Author.of(viewer));
        store.checkLinks(List.of(page.id()));
        return true;
    }

    private static void requireLatest(Page page, int base) {
        if (page.revisionNumber() != base) {
            throw new EditConflict(page.revisionNumber(), page.changedByName());
        }
    }

    private static String checkedTitle(String title) {
        String stripped = title.strip();
        if (stripped.isEmpty() || stripped.length() > MAX_TITLE) {
            throw new Refusal("page.title.form", MAX_TITLE);
        }
        return stripped;
    }
}
