package io.commonplace.search;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;

/** Reads how often people have searched for what. */
final class SearchCountQueries {
    private SearchCountQueries() {}

    static List<SearchFrequency> frequent(EntityManager em, LocalDate from, FrequentSearches which, int limit) {
        List<?> rows = em.createNativeQuery("select text, sum(searches), sum(without_pages), "
                        + FrequentSearches.UNOPENED + " from search_count where day >= ?1 group by text having "
                        + which.count() + " > 0 order by " + which.count() + " desc, text limit " + limit)
                .setParameter(1, from.toString())
                .getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .map(row -> new SearchFrequency(
                        (String) row[0],
                        ((Number) row[1]).intValue(),
                        ((Number) row[2]).intValue(),
                        ((Number) row[3]).intValue()))
                .toList();
    }
}
