package io.commonplace.links;

import io.commonplace.pages.LinkTargets;
import io.commonplace.pages.PageLinks;
import io.commonplace.pages.SpaceLinks;
import io.commonplace.rendering.RenderedLink;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page whose links are checked.
 *
 * @param storedLinks the digest of the stored links; null if there are none, or only those of an earlier text
 */
record CheckedPage(
        long id,
        long spaceId,
        String sourcePath,
        String title,
        int revision,
        @Nullable String storedLinks) {
    /** Whether the links of its text are stored, and lead where they led then. */
    boolean leadsTo(List<RenderedLink> links, LinkTargets targets) {
        if (storedLinks == null) {
            return false;
        }
        SpaceLinks resolver = new SpaceLinks(sourcePath, links, targets);
        return LinkDigest.of(sourcePath, PageLinks.resolved(links, resolver)).equals(storedLinks);
    }
}
