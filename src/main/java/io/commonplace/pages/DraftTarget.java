package io.commonplace.pages;

import io.commonplace.people.Viewer;
import org.jspecify.annotations.Nullable;

/**
 * The page, or new page, that a draft is for. It refers to pages by identifier, so that a draft follows a page that moves.
 *
 * @param name contains no character that is special in a pattern
 */
public record DraftTarget(long spaceId, String name) {
    public static DraftTarget page(long spaceId, long pageId) {
        return new DraftTarget(spaceId, "page:" + pageId);
    }

    /** A new page. @param parentId the page above it; null at the top */
    public static DraftTarget below(long spaceId, @Nullable Long parentId) {
        return new DraftTarget(spaceId, "new:" + spaceId + ":" + (parentId == null ? 0 : parentId));
    }

    /** The key of this person's draft. */
    String key(Viewer viewer) {
        return prefix(viewer) + name;
    }

    /** The prefix of the keys of all drafts of one person. */
    static String prefix(Viewer viewer) {
        return viewer.id() + "/";
    }
}
