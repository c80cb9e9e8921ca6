package io.commonplace.pages;

import io.commonplace.database.Ids;
import io.commonplace.database.Writes;
import io.commonplace.people.Viewer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Creates pages that only an import could create: a front page, and many pages at once. */
@ApplicationScoped
public class PagesByHand {
    private static final PageRendering TEXT =
            new PageRendering(new DocumentText("<p>Text</p>", "", false), new PageLinks(List.of(), Set.of()));

    @Inject
    private PageStore store;

    @Inject
    private SpaceStore spaces;

    @Inject
    private StrayPageStore strayPages;

    @Inject
    private Ids ids;

    @Writes
    public void frontPage(Viewer viewer, SpaceHead space) {
        add(viewer, space, null, "");
        spaces.treeChanged(space.id());
    }

    /** A page whose parent doesn't exist. */
    @Writes
    public void withoutParent(Viewer viewer, SpaceHead space, String path) {
        add(viewer, space, ids.next(), path);
    }

    /** What the end of an import does to the tree. */
    @Writes
    public void importEnds(SpaceHead space) {
        spaces.treeChanged(space.id());
        strayPages.moveToTop(space.id());
    }

    /** In chains of ten, below the given page. @return their paths */
    @Writes
    public List<String> below(Viewer viewer, SpaceHead space, PageHead parent, int count) {
        List<String> paths = new ArrayList<>();
        long above = parent.id();
        String path = parent.path();
        for (int i = 0; i < count; i++) {
            boolean startsChain = i % 10 == 0;
            path = (startsChain ? parent.path() : path) + "/p" + i;
            above = add(viewer, space, startsChain ? parent.id() : above, path);
            paths.add(path);
        }
        spaces.treeChanged(space.id());
        return paths;
    }

    /** All in one transaction, which commits at the end. */
    @Writes
    public void together(Runnable... steps) {
        Stream.of(steps).forEach(Runnable::run);
    }

    @Writes
    public Set<Long> used(Collection<Long> pageIds) {
        return store.used(pageIds);
    }

    private long add(Viewer viewer, SpaceHead space, @Nullable Long parentId, String path) {
        Author author = Author.of(viewer);
        Page page = store.add(ids.next(), new NewPage(space.id(), parentId, path, "T " + path, path + ".md"), author);
        store.revise(page, "T " + path, new PageStore.NewText("Text", "", TEXT), author);
        return page.id();
    }
}
