package io.commonplace.admin;

import io.commonplace.database.ReadRouter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Queries for the list of spaces. */
@ApplicationScoped
public class SpaceQueries {
    /** Counting goes no further, so that the list costs the same for spaces of any size. */
    public static final int MOST_COUNTED = 1_000;

    private static final String COUNT =
            "select @, count(*) from (select 1 from page where space_id = @ limit " + (MOST_COUNTED + 1) + ") p@";

    @Inject
    private ReadRouter router;

    /** The number of pages by the space's identifier; one more than {@link #MOST_COUNTED} for more. */
    public Map<Long, Long> pageCounts(Collection<Long> spaceIds) {
        if (spaceIds.isEmpty()) {
            return Map.of();
        }
        String sql = spaceIds.stream()
                .map(id -> COUNT.replace("@", id.toString()))
                .collect(Collectors.joining(" union all "));
        List<?> rows = router.read(em -> em.createNativeQuery(sql).getResultList());
        return rows.stream()
                .map(row -> (Object[]) row)
                .collect(Collectors.toMap(row -> number(row[0]), row -> number(row[1])));
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }
}
