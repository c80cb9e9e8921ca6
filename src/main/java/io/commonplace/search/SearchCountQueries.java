package io.commonplace.search;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;

/** Reads how often people have searched for what. */
final class SearchCountQueries {
    private SearchCountQueries() {}

    static List<SearchFrequency> frequent(EntityManager em, LocalDate from, boolean withoutPages, int limit) {
        String by = withoutPages ? "without_pages" : "searches";
        List<?> rows = em.createNativeQuery(
                        "select text, sum(searches), sum(without_pages) from search_count where day >= ?1"
                                + " group by text having sum(" + by + ") > 0 order by sum(" + by + ") desc, text limit "
                                + limit)
                .setParameter(1, from.toString())
                .getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .map(row -> new SearchFrequency(
                        (String) row[0], ((Number) row[1]).intValue(), ((Number) row[2]).intValue()))
                .toList();
    }
}
