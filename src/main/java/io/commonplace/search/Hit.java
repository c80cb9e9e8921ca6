package io.commonplace.search;

import org.jspecify.annotations.Nullable;

/**
 * A page that was found.
 *
 * @param section in which the snippet's first match is; null if there is none, or before the first heading
 */
public record Hit(
        IndexedPage page, Snippet snippet, @Nullable Section section) {
    /** @param anchor the part of the address after {@code #} */
    public record Section(String anchor, String heading) {}
}
