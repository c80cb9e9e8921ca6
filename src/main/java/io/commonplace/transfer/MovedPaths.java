package io.commonplace.transfer;

import io.commonplace.pages.PagePath;
import java.util.Collection;
import java.util.Iterator;

/**
 * Where exported pages and files come if they are imported below a page. An export has their paths in their own space; what
 * all of them are below of is left out, as the folder that contains a whole archive is.
 */
final class MovedPaths {
    private final String below;
    private final String left;

    /** @param below the page's path; empty for the top of the space, where all paths stay */
    MovedPaths(String below, Collection<String> pages) {
        this.below = below;
        this.left = common(pages);
    }

    private static String common(Collection<String> pages) {
        Iterator<String> all = pages.iterator();
        String folder = all.hasNext() ? PagePath.parent(all.next()) : "";
        while (all.hasNext()) {
            String path = all.next();
            while (!folder.isEmpty() && !path.startsWith(folder + "/")) {
                folder = PagePath.parent(folder);
            }
        }
        return folder.isEmpty() ? "" : folder + "/";
    }

    /** For the front page of a space, a path that no page can have: it comes below the page like the others. */
    String of(String path) {
        if (below.isEmpty()) {
            return path;
        }
        return below + "/" + (path.startsWith(left) ? path.substring(left.length()) : path);
    }
}
