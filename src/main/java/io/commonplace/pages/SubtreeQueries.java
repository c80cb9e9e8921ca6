package io.commonplace.pages;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds the pages of a subtree, level by level, so that its cost is limited also for a page above a hundred thousand. */
final class SubtreeQueries {
    private SubtreeQueries() {}

    /** The page and its descendants; at most one more than {@link Subtree#MAX_SIZE}. Ends even in a cycle. */
    static Set<Long> ids(EntityManager em, long rootId) {
        Set<Long> all = new LinkedHashSet<>();
        Collection<Long> level = List.of(rootId);
        while (!level.isEmpty()) {
            all.addAll(level);
            List<Long> next = new ArrayList<>(children(em, level, Subtree.MAX_SIZE + 1 - all.size()));
            next.removeAll(all);
            level = next;
        }
        return all;
    }

    private static List<Long> children(EntityManager em, Collection<Long> parents, int limit) {
        String list = parents.stream().map(Object::toString).collect(Collectors.joining(","));
        List<?> found = em.createNativeQuery("select id from page where parent_id in (" + list + ") limit " + limit)
                .getResultList();
        return found.stream().map(id -> ((Number) id).longValue()).toList();
    }
}
