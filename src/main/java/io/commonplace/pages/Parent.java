package io.commonplace.pages;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a page is to stand below.
 *
 * @param id null for the top of a space without a front page
 * @param path empty for the top
 */
record Parent(@Nullable Long id, String path) {
    /**
     * The path of a page below.
     *
     * @param name the last part of its address, as somebody typed it
     * @return empty if no address can be made of it
     */
    Optional<String> childPath(String name) {
        String segment = PagePath.segment(name);
        String child = path.isEmpty() ? segment : path + "/" + segment;
        return segment.isEmpty() || child.length() > PagePath.MAX_LENGTH ? Optional.empty() : Optional.of(child);
    }
}
