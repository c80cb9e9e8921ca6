package io.commonplace.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Map;

/** Writes how often people have searched for what. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class SearchCountStore {
    @PersistenceContext(unitName = "rw")
    private EntityManager em;

    void add(LocalDate day, Map<String, SearchCounts.Counted> counts) {
        counts.forEach((text, counted) -> em.createNativeQuery(
                        "insert into search_count (day, text, searches, without_pages, clicks) values (?1, ?2, ?3, ?4, ?5)"
                                + " on duplicate key update searches = searches + ?3, without_pages = without_pages + ?4,"
                                + " clicks = coalesce(clicks, 0) + ?5")
                .setParameter(1, day.toString())
                .setParameter(2, text)
                .setParameter(3, counted.searches())
                .setParameter(4, counted.withoutPages())
                .setParameter(5, counted.clicks())
                .executeUpdate());
    }

    void deleteBefore(LocalDate day) {
        em.createNativeQuery("delete from search_count where day < ?1")
                .setParameter(1, day.toString())
                .executeUpdate();
    }
}
