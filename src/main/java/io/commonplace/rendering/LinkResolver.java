package io.commonplace.rendering;

import java.util.Optional;

/**
 * Resolves the links of one page. The renderer calls it only for destinations inside this site: never for those with a
 * scheme or a host, and never for a {@code #fragment} alone.
 */
public interface LinkResolver {

    /**
     * Resolves a link.
     *
     * @param destination as written, one of {@link ParsedPage#destinations()}: a relative or absolute path, possibly
     *     percent-encoded, possibly with a query or a fragment
     * @return the final href with query and fragment, or empty if the link is broken; a blank href leaves the link's text alone
     */
    Optional<String> page(String destination);

    /** Resolves an image, like {@link #page}, which it calls by default. */
    default Optional<String> image(String destination) {
        return page(destination).filter(href -> !href.isBlank());
    }

    /**
     * Resolves a wiki link.
     *
     * @param target one of {@link ParsedPage#wikiTargets()}, possibly with a {@code #fragment}
     * @return the final href, or empty if the link is broken
     */
    Optional<String> wiki(String target);
}
