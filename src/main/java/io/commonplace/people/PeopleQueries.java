package io.commonplace.people;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

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
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The list of people, in parts. It checks no rights. */
@ApplicationScoped
class PeopleQueries {
    @Inject
    private ReadRouter router;

    /**
     * A part of the list, in the order of the names that are shown.
     *
     * @param filter a part of a name, in any case; empty for all people
     * @param window by user name; an unknown one is as none
     */
    ListPart<PersonRow> people(String filter, ListWindow<String> window, int size) {
        return router.read(em -> {
            Person from = window.from() == null ? null : byName(em, window.from());
            List<PersonRow> found = rows(em, people(em, filter, window, from, size + 1));
            return new ListWindow<>(from, window.backwards(), window.ascending()).part(found, size);
        });
    }

    private static List<Person> people(
            EntityManager em, String filter, ListWindow<String> window, @Nullable Person from, int limit) {
        String named =
                filter.isBlank() ? "" : " and (locate(:text, lower(p.displayName)) > 0 or locate(:text, p.name) > 0)";
        String place = from == null ? "" : window.condition("p.displayName", "p.name");
        TypedQuery<Person> query = em.createQuery(
                "select p from Person p where 1 = 1" + named + place + " order by p.displayName " + window.order()
                        + ", p.name " + window.order(),
                Person.class);
        if (!filter.isBlank()) {
            query.setParameter("text", filter.strip().toLowerCase(Locale.ROOT));
        }
        if (from != null) {
            query.setParameter("key", from.displayName()).setParameter("unique", from.name());
        }
        return query.setMaxResults(limit).getResultList();
    }

    private static @Nullable Person byName(EntityManager em, String name) {
        List<Person> found = em.createQuery("select p from Person p where p.name = :name", Person.class)
                .setParameter("name", name)
                .getResultList();
        return found.isEmpty() ? null : found.get(0);
    }

    Optional<PersonRow> person(long id) {
        return router.read(em -> rows(
                        em, Stream.ofNullable(em.find(Person.class, id)).toList())
                .stream()
                .findFirst());
    }

    /**
     * Active people in these groups, sorted by name.
     *
     * @param beginning of the user name, or of a word of the name that is shown; in any case
     */
    List<PersonName> members(Set<Long> groups, String beginning, int limit) {
        String members = groups.contains(PeopleGroup.EVERYONE)
                ? ""
                : " and p.id in (select m.person_id from group_member m where m.group_id in ("
                        + groups.stream().map(group -> Long.toString(group)).collect(joining(", ")) + "))";
        return router.read(em -> Rows.of(
                        em.createNativeQuery("select p.name, p.display_name from person p where p.active"
                                        + " and locate(?1, concat(' ', lower(p.display_name), ' ', p.name)) > 0"
                                        + members + " order by p.display_name, p.name limit " + limit)
                                .setParameter(1, " " + beginning.toLowerCase(Locale.ROOT)))
                .map(row -> new PersonName((String) row[0], (String) row[1]))
                .toList());
    }

    private static List<PersonRow> rows(EntityManager em, List<Person> people) {
        if (people.isEmpty()) {
            return List.of();
        }
        String ids = people.stream().map(person -> Long.toString(person.id())).collect(joining(", "));
        Map<Long, List<String>> groups = Rows.of(em.createNativeQuery(
                        "select m.person_id, g.name from group_member m join people_group g on g.id = m.group_id"
                                + " where m.person_id in (" + ids + ") order by g.id"))
                .collect(groupingBy(row -> Rows.number(row[0]), mapping(row -> (String) row[1], toList())));
        return people.stream()
                .map(person -> row(person, groups.getOrDefault(person.id(), List.of())))
                .toList();
    }

    private static PersonRow row(Person person, List<String> groups) {
        return new PersonRow(
                person.id(), person.name(), person.displayName(), person.isActive(), String.join(", ", groups));
    }
}
