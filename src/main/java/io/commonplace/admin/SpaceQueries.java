package io.commonplace.admin;

import io.commonplace.database.ReadRouter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.stream.Collectors;

/** Queries for the list of spaces. */
@ApplicationScoped
public class SpaceQueries {
    @Inject
    private ReadRouter router;

    /** The number of pages by the space's identifier; a space without pages is missing. */
    public Map<Long, Long> pageCounts() {
        return router
                .read(em -> em.createQuery("select p.spaceId, count(p) from Page p group by p.spaceId", Object[].class)
                        .getResultList())
                .stream()
                .collect(Collectors.toMap(row -> (Long) row[0], row -> (Long) row[1]));
    }
}
