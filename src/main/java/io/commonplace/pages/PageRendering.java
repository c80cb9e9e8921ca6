package io.commonplace.pages;

import io.commonplace.rendering.RenderedPage;

/** What a page's Markdown was rendered to. */
public record PageRendering(DocumentText document, PageLinks links) {
    /** @param space resolves the links, as it did for the rendering */
    public static PageRendering of(RenderedPage page, String title, SpaceLinks space) {
        return new PageRendering(
                DocumentText.of(page, title), new PageLinks(PageLinks.resolved(page.links(), space), page.ids()));
    }
}
