package io.commonplace.pages.web;

import io.commonplace.pages.PageHead;
import io.commonplace.pages.PageReader;
import io.commonplace.pages.SpaceHead;
import io.commonplace.pages.TreePath;
import io.commonplace.pages.TreeReader;
import io.commonplace.people.Access;
import io.commonplace.people.SpaceLevel;
import io.commonplace.people.web.CurrentUser;
import io.commonplace.platform.Digest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what a page view shows, from the caches, and names its version: a digest of all that readers with the same rights see. */
@ApplicationScoped
class PageReads {
    @Inject
    private PageReader pageReader;

    @Inject
    private TreeReader treeReader;

    @Inject
    private Access access;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private Instance<PagePart> parts;

    /** @param page null for the start of a space without a front page */
    PageRead of(SpaceHead space, @Nullable PageHead page) {
        TreePath tree = page == null ? treeReader.path(space, 0) : treeReader.path(space, page);
        boolean mayEdit = access.may(currentUser.viewer(), SpaceLevel.EDIT, space.id());
        return new PageRead(
                space,
                page,
                page == null ? null : pageReader.document(page.documentId()),
                tree,
                mayEdit,
                version(space, page, tree, mayEdit));
    }

    /** Whether the parts, which views read by themselves, are still those of the version. */
    boolean isCurrent(PageRead read) {
        return version(read.space(), read.page(), read.tree(), read.mayEdit()).equals(read.version());
    }

    private String version(SpaceHead space, @Nullable PageHead page, TreePath tree, boolean mayEdit) {
        List<Object> shown = page == null ? List.of() : parts(page.id());
        return Digest.of(List.of(space, page == null ? "" : page, tree.version(), mayEdit, shown)
                .toString());
    }

    private List<Object> parts(long pageId) {
        return parts.stream().map(part -> part.shown(pageId)).toList();
    }
}
