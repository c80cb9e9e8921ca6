package io.commonplace.rendering;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A page ready to be served.
 *
 * @param title       see {@link ParsedPage#title()}
 * @param html        sanitised; the body of an article, without a frame
 * @param outline     the headings in their order
 * @param brokenLinks the destinations that nothing answered to, as written; wiki links as {@code [[Target]]}
 * @param hasCode     whether a code block names its language, so that highlighting has something to do
 * @param plainText   what a reader sees, for search and excerpts
 */
public record RenderedPage(
        @Nullable String title,
        String html,
        List<Heading> outline,
        Set<String> brokenLinks,
        boolean hasCode,
        String plainText) {
    public RenderedPage {
        outline = List.copyOf(outline);
        brokenLinks = Set.copyOf(brokenLinks);
    }
}
