package io.commonplace.rendering;

import java.util.Optional;

/**
 * Knows where the links of one page lead. It is asked only for destinations inside this site: never for those with a
 * scheme or a host, and never for a mere {@code #fragment}.
 */
public interface LinkResolver {

    /**
     * Where a link leads.
     *
     * @param destination as written, one of {@link ParsedPage#destinations()}: relative or absolute path, perhaps
     *     percent-encoded, perhaps with a query or a fragment
     * @return the final href with query and fragment, or empty if the link is broken
     */
    Optional<String> page(String destination);

    /** Where an image's bytes are; like {@link #page}, which answers for it unless told otherwise. */
    default Optional<String> image(String destination) {
        return page(destination);
    }

    /**
     * Where a wiki link leads.
     *
     * @param target one of {@link ParsedPage#wikiTargets()}, perhaps with a {@code #fragment}
     */
    Optional<String> wiki(String target);
}
