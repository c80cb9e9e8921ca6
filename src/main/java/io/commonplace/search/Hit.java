package io.commonplace.search;

import org.jspecify.annotations.Nullable;

/**
 * A page that was found.
 *
 * @param section in which the snippet's first match is; null if there is none, or before the first heading
 * @param file from which the snippet is; null if it is from the page itself
 */
public record Hit(
        IndexedPage page,
        Snippet snippet,
        @Nullable Section section,
        @Nullable File file) {
    /** @param anchor the part of the address after {@code #} */
    public record Section(String anchor, String heading) {}

    /** A file beside the page. @param href its address */
    public record File(String name, String href) {}
}
