package io.commonplace.pages;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The possible link targets in one space. */
public interface LinkTargets {
    /** @return the target by page path, for the paths of current and former pages */
    Map<String, LinkTarget> pages(Collection<String> paths);

    /** @return the target by path, for the paths that name a file, ignoring case */
    Map<String, LinkTarget> files(Collection<String> paths);

    /** @return by name, the pages that have it as their title or at the end of their path */
    Map<String, List<LinkTarget>> pagesNamed(Collection<String> names);

    /** @return by name, the files that have it, in any folder */
    Map<String, List<LinkTarget>> filesNamed(Collection<String> names);

    /** @return by address, such as {@code /s/space/page}, the pages and files of the whole site; empty if nobody asks for them */
    default Map<String, LinkTarget> addresses(Collection<String> addresses) {
        return Map.of();
    }
}
