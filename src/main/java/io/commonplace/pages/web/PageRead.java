package io.commonplace.pages.web;

import io.commonplace.pages.DocumentText;
import io.commonplace.pages.PageHead;
import io.commonplace.pages.SpaceHead;
import io.commonplace.pages.TreePath;
import org.jspecify.annotations.Nullable;

/**
 * The data of one page view, all of it from the caches.
 *
 * @param page null for a space without a front page
 * @param version changes with all that readers with the same rights see; see {@link PageReads}
 */
record PageRead(
        SpaceHead space,
        @Nullable PageHead page,
        @Nullable DocumentText text,
        TreePath tree,
        boolean mayEdit,
        String version) {}
