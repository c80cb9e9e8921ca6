package io.commonplace.pages;

import io.commonplace.rendering.RenderedLink;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * The links of a page's text, and what links to the page can name.
 *
 * @param ids of its sections and other elements
 */
public record PageLinks(List<PageLink> links, Set<String> ids) {
    /** The targets as they are now. */
    public static List<PageLink> resolved(Collection<RenderedLink> links, SpaceLinks space) {
        return links.stream()
                .map(link -> new PageLink(link, space.target(link).orElse(null)))
                .toList();
    }
}
