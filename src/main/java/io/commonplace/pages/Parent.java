package io.commonplace.pages;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The place below which a page is created or moved.
 *
 * @param id null for the top of a space without a front page
 * @param path empty for the top
 */
record Parent(@Nullable Long id, String path) {
    /**
     * The path of a child page.
     *
     * @param name the last part of its address, as typed
     * @return empty if the name gives no valid path
     */
    Optional<String> childPath(String name) {
        String segment = PagePath.address(name);
        String child = path.isEmpty() ? segment : path + "/" + segment;
        return segment.isEmpty() || child.length() > PagePath.MAX_LENGTH ? Optional.empty() : Optional.of(child);
    }
}
