package io.commonplace.pages;

import io.commonplace.people.Viewer;
import org.jspecify.annotations.Nullable;

/**
 * What a draft is a draft of. It names pages by identifier: a draft follows a page that gets another path.
 *
 * @param name without any character that a pattern could take for more than itself
 */
public record DraftTarget(long spaceId, String name) {
    public static DraftTarget page(long spaceId, long pageId) {
        return new DraftTarget(spaceId, "page:" + pageId);
    }

    /** A page that isn't there yet. @param parentId the page above it; null at the top */
    public static DraftTarget below(long spaceId, @Nullable Long parentId) {
        return new DraftTarget(spaceId, "new:" + spaceId + ":" + (parentId == null ? 0 : parentId));
    }

    /** Everybody has their own. */
    String key(Viewer viewer) {
        return beginning(viewer) + name;
    }

    /** Of the keys of all that somebody has. */
    static String beginning(Viewer viewer) {
        return viewer.id() + "/";
    }
}
