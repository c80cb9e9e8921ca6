package io.commonplace.pages;

import java.time.Instant;

/** Pages for tests that need no use case. */
public final class SamplePages {
    private SamplePages() {}

    public static Space space(long id, Instant now) {
        return new Space(id, "space-" + id, "Space", "", now);
    }

    /** A page with its first revision. */
    public static Page page(long id, long spaceId, String title, Instant now) {
        Author author = new Author(7, "Ægir 𝔄");
        Page page = new Page(id, new NewPage(spaceId, null, "path/" + id, title, "path.md"), author, now);
        page.revise(title, 1, author, now);
        return page;
    }
}
