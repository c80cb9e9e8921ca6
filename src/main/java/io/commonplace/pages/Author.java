package io.commonplace.pages;

import io.commonplace.people.Viewer;

/** The author of a revision. The name is stored with it, so it stays when the account is gone. */
public record Author(long id, String displayName) {
    public static Author of(Viewer viewer) {
        return new Author(viewer.id(), viewer.displayName());
    }
}
