package io.commonplace.rendering;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A page's HTML, with what its view and the search index need besides.
 *
 * @param title       see {@link ParsedPage#title()}
 * @param html        sanitised; the content of an article, without a surrounding element
 * @param outline     the headings in their order
 * @param brokenLinks the destinations that were not found, as written; wiki links as {@code [[Target]]}
 * @param hasCode     whether a code block names its language, and the page needs highlighting
 * @param plainText   the visible text, for search and excerpts
 * @param links       each link and picture once, in their order; at most ten thousand
 * @param ids         of the elements that a link can lead to
 */
public record RenderedPage(
        @Nullable String title,
        String html,
        List<Heading> outline,
        Set<String> brokenLinks,
        boolean hasCode,
        String plainText,
        List<RenderedLink> links,
        Set<String> ids) {
    public RenderedPage {
        outline = List.copyOf(outline);
        brokenLinks = Set.copyOf(brokenLinks);
        links = List.copyOf(links);
        ids = Set.copyOf(ids);
    }

    /** Whether a browser could open a broken link if its target were there: not a file, a share, or a picture in the text. */
    public static boolean canBeOpened(String brokenLink) {
        return Destination.of(brokenLink) != Destination.UNSUPPORTED;
    }
}
