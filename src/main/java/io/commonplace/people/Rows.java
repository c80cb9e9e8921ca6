package io.commonplace.people;

import jakarta.persistence.Query;
import java.util.List;
import java.util.stream.Stream;

/** Reads the untyped results of native queries. */
final class Rows {
    private Rows() {}

    @SuppressWarnings("unchecked") // a native query of several columns gives arrays
    static Stream<Object[]> of(Query query) {
        return ((List<Object[]>) query.getResultList()).stream();
    }

    static long number(Object column) {
        return ((Number) column).longValue();
    }
}
