package io.commonplace.links;

import io.commonplace.pages.SpaceHead;

/** A page that links to another one. */
public record Backlink(long pageId, SpaceHead space, String path, String title) {
    public String href() {
        return space.href(path);
    }
}
