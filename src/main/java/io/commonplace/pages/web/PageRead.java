package io.commonplace.pages.web;

import io.commonplace.pages.DocumentText;
import io.commonplace.pages.PageHead;
import io.commonplace.pages.SpaceHead;
import io.commonplace.pages.SpaceTree;
import org.jspecify.annotations.Nullable;

/**
 * What one page view shows, all of it from the caches.
 *
 * @param page null for a space that has no front page of its own
 */
record PageRead(
        SpaceHead space, @Nullable PageHead page, @Nullable DocumentText text, SpaceTree tree) {}
