package io.commonplace.people;

import static java.util.stream.Collectors.toSet;

import io.commonplace.database.ReadRouter;
import io.commonplace.platform.Freshness;
import io.commonplace.platform.NotFound;
import io.commonplace.platform.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.Set;

/** People, groups and memberships in the database. */
@ApplicationScoped
class PeopleStore {
    @PersistenceContext(unitName = "rw")
    private EntityManager primary;

    @Inject
    private ReadRouter router;

    Optional<CachedPerson> cachedPerson(long personId, Freshness fresh) {
        return router.read(
                fresh,
                em -> Optional.ofNullable(em.find(Person.class, personId))
                        .map(person -> new CachedPerson(person, groupsOf(em, personId))));
    }

    /** Reads the newest state, because a new password or a deactivation counts at once on all clones. */
    Optional<Person> byName(String name) {
        return router.read(
                Freshness.NEWEST,
                em -> em.createQuery("select p from Person p where p.name = ?1", Person.class)
                        .setParameter(1, name)
                        .getResultStream()
                        .findFirst());
    }

    boolean hasGroup(String name) {
        return router.read(em -> !em.createQuery("select g from PeopleGroup g where g.name = ?1", PeopleGroup.class)
                .setParameter(1, name)
                .getResultList()
                .isEmpty());
    }

    @Transactional(Transactional.TxType.MANDATORY)
    Person person(long id) {
        return Optional.ofNullable(primary.find(Person.class, id)).orElseThrow(PeopleStore::personNotFound);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    PeopleGroup group(long id) {
        return Optional.ofNullable(primary.find(PeopleGroup.class, id)).orElseThrow(PeopleStore::groupNotFound);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void add(Object entity) {
        primary.persist(entity);
        primary.flush();
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void remove(PeopleGroup group) {
        primary.remove(group);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void addMember(long groupId, long personId) {
        primary.createNativeQuery("insert ignore into group_member (group_id, person_id) values (?1, ?2)")
                .setParameter(1, groupId)
                .setParameter(2, personId)
                .executeUpdate();
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void removeMember(long groupId, long personId) {
        primary.createNativeQuery("delete from group_member where group_id = ?1 and person_id = ?2")
                .setParameter(1, groupId)
                .setParameter(2, personId)
                .executeUpdate();
    }

    /** Serializes transactions that create the first person or remove an administrator. */
    @Transactional(Transactional.TxType.MANDATORY)
    void lockAdministrators() {
        primary.find(PeopleGroup.class, PeopleGroup.ADMINISTRATORS, LockModeType.PESSIMISTIC_WRITE);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    boolean isEmpty() {
        return count("select count(*) from person where id <> ?1", 0) == 0;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void requireAdministratorBesides(long personId) {
        lockAdministrators();
        String others = """
                select count(*) from group_member m join person p on p.id = m.person_id
                where m.group_id = 1 and p.active and p.id <> ?1""";
        if (count(others, personId) == 0) {
            throw new Refusal("groups.administrators.last");
        }
    }

    static NotFound personNotFound() {
        return new NotFound("people.notFound");
    }

    static NotFound groupNotFound() {
        return new NotFound("groups.notFound");
    }

    private long count(String query, long personId) {
        return Rows.number(
                primary.createNativeQuery(query).setParameter(1, personId).getSingleResult());
    }

    private static Set<Long> groupsOf(EntityManager em, long personId) {
        return Rows.of(em.createNativeQuery("select group_id, person_id from group_member where person_id = ?1")
                        .setParameter(1, personId))
                .map(row -> Rows.number(row[0]))
                .collect(toSet());
    }
}
