package io.commonplace.transfer;

import io.commonplace.database.ReadRouter;
import io.commonplace.database.Writes;
import io.commonplace.pages.PageText;
import io.commonplace.pages.Pages;
import io.commonplace.pages.SpaceHead;
import io.commonplace.people.Viewer;
import io.commonplace.platform.Freshness;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Two pages that are always changed together, and the rows of exports. */
@ApplicationScoped
public class PairByHand {
    @Inject
    private Pages pages;

    @Inject
    private ReadRouter router;

    @Writes
    public void create(Viewer viewer, SpaceHead space) {
        pages.create(viewer, space, "", new PageText("One", "Text 1", ""));
        pages.create(viewer, space, "", new PageText("Two", "Text 1", ""));
    }

    /** @param base the number of both pages' latest revision */
    @Writes
    public void change(Viewer viewer, SpaceHead space, int base) {
        String text = "Text " + (base + 1);
        pages.save(viewer, space, "one", base, new PageText("One", text, ""));
        pages.save(viewer, space, "two", base, new PageText("Two", text, ""));
    }

    /** The exports that belong to this space, in whatever state. */
    long exportsOf(SpaceHead space) {
        String query = "select count(*) from export_space where space_id = " + space.id();
        Object found =
                router.read(Freshness.NEWEST, em -> em.createNativeQuery(query).getSingleResult());
        return ((Number) found).longValue();
    }

    long rows(String table, long exportId) {
        String query = "select count(*) from " + table + " where export_id = " + exportId;
        Object found =
                router.read(Freshness.NEWEST, em -> em.createNativeQuery(query).getSingleResult());
        return ((Number) found).longValue();
    }
}
