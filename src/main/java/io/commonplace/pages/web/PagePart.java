package io.commonplace.pages.web;

/** What a page view shows besides the page itself, and another feature adds. */
public interface PagePart {
    /** What the part shows of this page: equal, and equal as a text, as long as the part looks the same. */
    Object shown(long pageId);
}
