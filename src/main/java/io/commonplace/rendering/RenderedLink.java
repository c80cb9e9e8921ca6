package io.commonplace.rendering;

/**
 * A link or picture of a rendered page.
 *
 * @param written the destination: of {@link Kind#INSIDE} one of {@link ParsedPage#destinations()}, of {@link Kind#WIKI} one
 *     of {@link ParsedPage#wikiTargets()}
 * @param section the id of the section that it leads to; empty for a whole page
 */
public record RenderedLink(Kind kind, String written, String section) {
    /** What a link leads to, by its form. */
    public enum Kind {
        /** A page or file of this site, or an address on it. */
        INSIDE,
        /** A page or file of this site by {@code [[Name]]}. */
        WIKI,
        /** A section of the same page. */
        SECTION,
        /** Another site, or a mailbox. */
        OUTSIDE,
        /** Nothing that a browser opens. */
        UNSUPPORTED
    }
}
