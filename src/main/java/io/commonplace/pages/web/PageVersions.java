package io.commonplace.pages.web;

import io.commonplace.pages.PageHead;
import io.commonplace.pages.SpaceHead;
import io.commonplace.pages.TreePath;
import io.commonplace.platform.Digest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Computes a digest of what a page view shows to everybody with the same rights, at each request, from the caches. */
@ApplicationScoped
class PageVersions {
    @Inject
    private Instance<PagePart> parts;

    /** @return a digest of the page, its place in the tree, its parts, and whether the reader may edit it */
    String of(SpaceHead space, @Nullable PageHead page, TreePath tree, boolean mayEdit) {
        List<Object> parts = page == null ? List.of() : parts(page.id());
        return Digest.of(List.of(space, page == null ? "" : page, tree.version(), mayEdit, parts)
                .toString());
    }

    private List<Object> parts(long pageId) {
        return parts.stream().map(part -> part.shown(pageId)).toList();
    }
}
