package io.commonplace.pages;

import io.commonplace.database.ReadRouter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;

/** Finds the pages below a page. It checks no rights. */
@ApplicationScoped
public class SubtreeReader {
    /** The pages that are found at most, and one more. */
    public static final int LIMIT = Subtree.MAX_SIZE;

    @Inject
    private ReadRouter router;

    /** The identifiers of the page and its descendants. */
    public Set<Long> ids(long pageId) {
        return router.read(em -> SubtreeQueries.ids(em, pageId));
    }
}
