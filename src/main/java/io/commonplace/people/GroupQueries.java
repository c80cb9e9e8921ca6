package io.commonplace.people;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import io.commonplace.database.ReadRouter;
import io.commonplace.platform.ListPart;
import io.commonplace.platform.ListWindow;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The list of groups, in parts. It checks no rights. */
@ApplicationScoped
class GroupQueries {
    /** The members of a group that are listed. */
    static final int LISTED = 20;

    @Inject
    private ReadRouter router;

    /**
     * A part of the list, in the order of the names.
     *
     * @param filter a part of a name, in any case; empty for all groups
     * @param window by name
     */
    ListPart<GroupSummary> groups(String filter, ListWindow<String> window, int size) {
        return router.read(em -> window.part(summaries(em, groups(em, filter, window, size + 1)), size));
    }

    private static List<PeopleGroup> groups(EntityManager em, String filter, ListWindow<String> window, int limit) {
        String named = filter.isBlank() ? "" : " and locate(:text, lower(g.name)) > 0";
        TypedQuery<PeopleGroup> query = em.createQuery(
                "select g from PeopleGroup g where 1 = 1" + named + window.condition("g.name") + " order by g.name "
                        + window.order(),
                PeopleGroup.class);
        if (!filter.isBlank()) {
            query.setParameter("text", filter.strip().toLowerCase(Locale.ROOT));
        }
        if (window.from() != null) {
            query.setParameter("key", window.from());
        }
        return query.setMaxResults(limit).getResultList();
    }

    Optional<GroupSummary> group(long id) {
        return router.read(em -> summaries(
                        em, Stream.ofNullable(em.find(PeopleGroup.class, id)).toList())
                .stream()
                .findFirst());
    }

    private static List<GroupSummary> summaries(EntityManager em, List<PeopleGroup> groups) {
        if (groups.isEmpty()) {
            return List.of();
        }
        Map<Long, Long> counts = counts(em, groups);
        Map<Long, List<GroupSummary.Member>> members = members(em, groups);
        return groups.stream()
                .map(group -> new GroupSummary(
                        group.id(),
                        group.name(),
                        counts.getOrDefault(group.id(), 0L),
                        members.getOrDefault(group.id(), List.of())))
                .toList();
    }

    private static Map<Long, Long> counts(EntityManager em, List<PeopleGroup> groups) {
        String ids = groups.stream().map(group -> Long.toString(group.id())).collect(joining(", "));
        return Rows.of(em.createNativeQuery("select group_id, count(*) from group_member where group_id in (" + ids
                        + ") group by group_id"))
                .collect(toMap(row -> Rows.number(row[0]), row -> Rows.number(row[1])));
    }

    /** The first members of each group by their identifiers, so that the database reads no more of a large group. */
    private static Map<Long, List<GroupSummary.Member>> members(EntityManager em, List<PeopleGroup> groups) {
        String first = groups.stream()
                .map(group -> "(select group_id, person_id from group_member where group_id = " + group.id()
                        + " order by person_id limit " + LISTED + ")")
                .collect(joining(" union all "));
        return Rows.of(em.createNativeQuery("select m.group_id, p.id, p.display_name from (" + first
                        + ") m join person p on p.id = m.person_id order by p.display_name, p.id"))
                .collect(groupingBy(
                        row -> Rows.number(row[0]),
                        mapping(row -> new GroupSummary.Member(Rows.number(row[1]), (String) row[2]), toList())));
    }
}
