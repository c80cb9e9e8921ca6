package io.commonplace.pages;

import io.commonplace.people.Viewer;

/** Who writes, as it stands in revisions even when the person is gone. */
public record Author(long id, String displayName) {
    public static Author of(Viewer viewer) {
        return new Author(viewer.id(), viewer.displayName());
    }
}
