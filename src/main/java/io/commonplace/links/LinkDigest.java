package io.commonplace.links;

import io.commonplace.pages.LinkTarget;
import io.commonplace.pages.PageLink;
import io.commonplace.platform.Digest;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** Names for all that the graph stores of a page, so that the same is not written again. */
final class LinkDigest {
    private LinkDigest() {}

    /** @param sourcePath what the links are relative to, on which the names depend that they look for */
    static String of(String sourcePath, List<PageLink> links) {
        StringBuilder text = new StringBuilder(sourcePath);
        for (PageLink link : links) {
            text.append('\n')
                    .append(link.link().kind())
                    .append(' ')
                    .append(link.link().written());
            LinkTarget target = link.target();
            if (target != null) {
                text.append('\t').append(target.id()).append(' ').append(target.href());
            }
        }
        return Digest.of(text.toString());
    }

    static String ofSections(Collection<String> ids) {
        return Digest.of(String.join("\n", new TreeSet<>(ids)));
    }
}
