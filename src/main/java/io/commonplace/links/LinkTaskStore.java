package io.commonplace.links;

import io.commonplace.database.Ids;
import io.commonplace.pages.LinksUnchecked;
import io.commonplace.pages.TargetsChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes tasks, and hands them out to the clones. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class LinkTaskStore {
    @PersistenceContext(unitName = "rw")
    private EntityManager em;

    @Inject
    private Ids ids;

    void targetsChanged(@Observes TargetsChanged change) {
        add(change.isNew() ? LinkTask.Kind.NEW_TARGET : LinkTask.Kind.TARGET, change.ids());
    }

    void linksUnchecked(@Observes LinksUnchecked change) {
        add(LinkTask.Kind.LINKS, change.pageIds());
    }

    void add(LinkTask.Kind kind, Collection<Long> subjects) {
        if (!subjects.isEmpty()) {
            long id = subjects.size() == 1 ? ids.next() : ids.block(subjects.size());
            for (long subject : subjects) {
                em.persist(new LinkTask(id++, kind, subject));
            }
        }
    }

    /**
     * Takes tasks that no other clone has taken, until the end of the transaction.
     *
     * @return the subjects by the tasks' identifiers
     */
    Map<Long, Long> take(LinkTask.Kind kind, int limit) {
        Map<Long, Long> taken = new LinkedHashMap<>();
        List<?> rows = em.createNativeQuery("select id, subject_id from link_task where kind = ?1 order by id limit "
                        + limit + " for update skip locked")
                .setParameter(1, kind.name())
                .getResultList();
        for (Object row : rows) {
            Object[] columns = (Object[]) row;
            taken.put(((Number) columns[0]).longValue(), ((Number) columns[1]).longValue());
        }
        return taken;
    }

    /** By the primary key: a scan of the table would wait for the tasks of other clones, and they for these. */
    void delete(Collection<Long> taskIds) {
        String list = taskIds.stream().map(Object::toString).collect(Collectors.joining(","));
        em.createNativeQuery("delete t from link_task t force index (primary) where t.id in (" + list + ")")
                .executeUpdate();
    }
}
