package io.commonplace.pages.web;

/** A part of the page view that another feature adds. */
public interface PagePart {
    /**
     * A value for what the part shows of this page. As long as the part looks the same, it is equal, and so is its {@code
     * toString}.
     */
    Object shown(long pageId);
}
