package io.commonplace.people;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.commonplace.database.ReadRouter;
import io.commonplace.platform.Freshness;
import io.commonplace.platform.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rights of groups in spaces, in the database. */
@ApplicationScoped
class RightsStore {
    @PersistenceContext(unitName = "rw")
    private EntityManager primary;

    @Inject
    private ReadRouter router;

    RightsTable all(Freshness fresh) {
        return router.read(
                fresh,
                em -> new RightsTable(
                        Rows.of(em.createNativeQuery("select group_id, space_id, level from space_right"))
                                .collect(groupingBy(
                                        row -> Rows.number(row[0]),
                                        toMap(row -> Rows.number(row[1]), row -> SpaceLevel.valueOf((String) row[2])))),
                        ended(em)));
    }

    private static EndedSpaces ended(EntityManager em) {
        return new EndedSpaces(
                ids(em, "archived_at is not null and deleted_at is null"), ids(em, "deleted_at is not null"));
    }

    private static Set<Long> ids(EntityManager em, String condition) {
        List<?> rows =
                em.createNativeQuery("select id from space where " + condition).getResultList();
        return rows.stream().map(Rows::number).collect(toSet());
    }

    SpaceRights ofSpace(String slug) {
        return router.read(em -> {
            Object[] space = Rows.of(em.createNativeQuery("select id, slug, name from space where slug = ?1")
                            .setParameter(1, slug))
                    .findFirst()
                    .orElseThrow(() -> new NotFound("access.notFound"));
            long id = Rows.number(space[0]);
            return new SpaceRights(id, (String) space[1], (String) space[2], groupRights(em, id));
        });
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void replace(long spaceId, Map<Long, SpaceLevel> levels) {
        // If this transaction creates the space, its row must exist before the rights refer to it.
        primary.flush();
        primary.createNativeQuery("delete from space_right where space_id = ?1")
                .setParameter(1, spaceId)
                .executeUpdate();
        levels.forEach((group, level) -> primary.createNativeQuery(
                        "insert into space_right (space_id, group_id, level) values (?1, ?2, ?3)")
                .setParameter(1, spaceId)
                .setParameter(2, group)
                .setParameter(3, level.name())
                .executeUpdate());
    }

    private static List<SpaceRights.GroupRight> groupRights(EntityManager em, long spaceId) {
        return Rows.of(em.createNativeQuery("""
                                select g.id, g.name, r.level from people_group g
                                left join space_right r on r.group_id = g.id and r.space_id = ?1
                                where g.id <> 1 order by g.id""").setParameter(1, spaceId))
                .map(row -> new SpaceRights.GroupRight(Rows.number(row[0]), (String) row[1], level(row[2])))
                .toList();
    }

    private static @Nullable SpaceLevel level(@Nullable Object name) {
        return name == null ? null : SpaceLevel.valueOf((String) name);
    }
}
