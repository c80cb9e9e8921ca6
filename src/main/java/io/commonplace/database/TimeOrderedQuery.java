package io.commonplace.database;

import io.commonplace.platform.ListPart;
import io.commonplace.platform.ListWindow;
import io.commonplace.platform.TimeKey;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.function.Consumer;

/**
 * A JPQL query for one part of a list that is ordered by time, and by identifier where times are equal.
 *
 * @param select the query up to its last condition; it has a {@code where}
 * @param time the expression for the time of a row
 * @param id the expression for the identifier of a row, which is unique
 */
public record TimeOrderedQuery<T>(Class<T> type, String select, String time, String id) {
    /** @param parameters sets those of {@link #select} */
    public ListPart<T> part(
            EntityManager em, ListWindow<TimeKey> window, int size, Consumer<TypedQuery<T>> parameters) {
        String order = " order by %1$s %3$s, %2$s %3$s".formatted(time, id, window.order());
        TypedQuery<T> query = em.createQuery(select + window.condition(time, id) + order, type);
        parameters.accept(query);
        TimeKey from = window.from();
        if (from != null) {
            query.setParameter("key", from.time()).setParameter("unique", from.id());
        }
        return window.part(query.setMaxResults(size + 1).getResultList(), size);
    }
}
