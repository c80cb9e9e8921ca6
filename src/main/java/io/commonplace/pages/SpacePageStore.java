package io.commonplace.pages;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.stream.Collectors;

/** Deletes the pages of a deleted space, in the tree and in the trash, with their revisions and drafts. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class SpacePageStore implements SpaceContent {
    @PersistenceContext(unitName = "rw")
    private EntityManager em;

    @Inject
    private Event<Object> events;

    @Override
    public long count(long spaceId) {
        Object rows = em.createNativeQuery("select (select count(*) from page where space_id = ?1)"
                        + " + (select count(*) from trashed_page where space_id = ?1)")
                .setParameter(1, spaceId)
                .getSingleResult();
        return ((Number) rows).longValue();
    }

    @Override
    public List<Long> next(long spaceId, int max) {
        List<?> ids = em.createNativeQuery("(select id from page where space_id = ?1 limit " + max + ") union all"
                        + " (select id from trashed_page where space_id = ?1 limit " + max + ")")
                .setParameter(1, spaceId)
                .getResultList();
        return ids.stream().limit(max).map(id -> ((Number) id).longValue()).toList();
    }

    @Override
    public void delete(long spaceId, List<Long> ids) {
        // The search forgets pages that it doesn't find any more.
        events.fire(new PagesChanged(ids));
        events.fire(new PagesDestroyed(ids));
        String list = ids.stream().map(Object::toString).collect(Collectors.joining(","));
        for (String table : List.of("revision", "document", "old_path", "page_event")) {
            execute("delete from " + table + " where page_id in (" + list + ")");
        }
        execute("delete from draft where substring_index(id, '/', -1) in (" + drafts(spaceId, ids) + ")");
        execute("delete from page where id in (" + list + ")");
        execute("delete from trashed_page where id in (" + list + ")");
    }

    /** The ends of the keys of drafts: of these pages, and of new pages below them. */
    private static String drafts(long spaceId, List<Long> ids) {
        return ids.stream()
                .flatMap(id -> List.of(DraftTarget.page(spaceId, id), DraftTarget.below(spaceId, id)).stream())
                .map(target -> "'" + target.name() + "'")
                .collect(Collectors.joining(","));
    }

    private void execute(String sql) {
        em.createNativeQuery(sql).executeUpdate();
    }
}
