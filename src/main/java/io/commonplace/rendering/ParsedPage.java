package io.commonplace.rendering;

import java.util.Set;
import org.commonmark.node.Node;
import org.jspecify.annotations.Nullable;

/** A page's source, parsed but not yet rendered. */
public final class ParsedPage {
    private final @Nullable String title;
    private final Set<String> destinations;
    private final Set<String> wikiTargets;
    private final Node document;

    ParsedPage(@Nullable String title, Set<String> destinations, Set<String> wikiTargets, Node document) {
        this.title = title;
        this.destinations = Set.copyOf(destinations);
        this.wikiTargets = Set.copyOf(wikiTargets);
        this.document = document;
    }

    /**
     * The front matter's title, else the first heading of level 1, else a heading of another level if the page begins with
     * it; null if it has none of these.
     */
    public @Nullable String title() {
        return title;
    }

    /** Every destination inside this site, as written, of links, images and reference definitions. */
    public Set<String> destinations() {
        return destinations;
    }

    /** The targets of {@code [[Target]]} and {@code [[Target|text]]}. */
    public Set<String> wikiTargets() {
        return wikiTargets;
    }

    Node document() {
        return document;
    }
}
