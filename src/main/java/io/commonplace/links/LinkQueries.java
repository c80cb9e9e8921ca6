package io.commonplace.links;

import io.commonplace.pages.LinkKeys;
import io.commonplace.rendering.RenderedLink;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads what the tasks need, inside their transactions. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class LinkQueries {
    private static final Duration RECENT = Duration.ofMinutes(10);
    private static final int MAX_RECENT = 1000;

    @PersistenceContext(unitName = "rw")
    private EntityManager em;

    @Inject
    private Clock clock;

    /** The pages with these identifiers that have a text, and what is stored of their links. */
    List<CheckedPage> pages(Collection<Long> pageIds) {
        return em.createQuery(
                        "select p.id, p.spaceId, p.sourcePath, p.title, p.revisionNumber, l.revisionNumber, l.links"
                                + " from Page p left join LinkedPage l on l.pageId = p.id where p.id in :ids"
                                + " and p.documentId is not null",
                        Object[].class)
                .setParameter("ids", pageIds)
                .getResultStream()
                .map(row -> new CheckedPage(
                        (Long) row[0],
                        (Long) row[1],
                        (String) row[2],
                        (String) row[3],
                        (Integer) row[4],
                        row[5] != null && row[5].equals(row[4]) ? (String) row[6] : null))
                .toList();
    }

    /** The links of these pages, in the order of their texts. */
    Map<Long, List<RenderedLink>> links(Collection<Long> pageIds) {
        Map<Long, List<RenderedLink>> links = new HashMap<>();
        if (pageIds.isEmpty()) {
            return links;
        }
        em.createQuery(
                        "select l from StoredLink l where l.pageId in :ids order by l.pageId, l.number",
                        StoredLink.class)
                .setParameter("ids", pageIds)
                .getResultStream()
                .forEach(link -> links.computeIfAbsent(link.pageId(), missing -> new ArrayList<>())
                        .add(link.link()));
        return links;
    }

    /** The current texts of these pages. */
    Map<Long, String> texts(Collection<Long> pageIds) {
        Map<Long, String> texts = new HashMap<>();
        em.createQuery(
                        "select r.pageId, r.markdown from Revision r, Page p where p.id in :ids and r.pageId = p.id"
                                + " and r.number = p.revisionNumber",
                        Object[].class)
                .setParameter("ids", pageIds)
                .getResultList()
                .forEach(row -> texts.put((Long) row[0], (String) row[1]));
        return texts;
    }

    /** The pages with a link to one of these pages or files. */
    List<Long> pagesLinkingTo(Collection<Long> targets) {
        return em.createQuery("select distinct l.pageId from StoredLink l where l.targetId in :targets", Long.class)
                .setParameter("targets", targets)
                .getResultList();
    }

    /** The names of these pages, by the space and the key. */
    Map<Long, Map<Long, Set<Long>>> keysOfPages(Collection<Long> pageIds) {
        Map<Long, Set<String>> former = new HashMap<>();
        em.createQuery("select o.pageId, o.path from OldPath o where o.pageId in :ids", Object[].class)
                .setParameter("ids", pageIds)
                .getResultList()
                .forEach(row -> former.computeIfAbsent((Long) row[0], missing -> new HashSet<>())
                        .add((String) row[1]));
        Map<Long, Map<Long, Set<Long>>> keys = new HashMap<>();
        em.createQuery(
                        "select p.id, p.spaceId, p.path, p.sourcePath, p.title, s.slug from Page p, Space s"
                                + " where p.id in :ids and s.id = p.spaceId",
                        Object[].class)
                .setParameter("ids", pageIds)
                .getResultList()
                .forEach(row -> {
                    Set<String> paths = former.computeIfAbsent((Long) row[0], missing -> new HashSet<>());
                    paths.add((String) row[2]);
                    Set<Long> ofPage = LinkKeys.ofPage(paths, (String) row[3], (String) row[4]);
                    ofPage.forEach(key -> add(keys, (Long) row[1], key, (Long) row[0]));
                    paths.forEach(path ->
                            add(keys, StoredKey.ALL_SPACES, LinkKeys.address((String) row[5], path), (Long) row[0]));
                });
        return keys;
    }

    /** Pages that were saved in the last minutes, and whose stored links are not those of their text. */
    List<Long> savedWithoutLinks() {
        return em.createQuery(
                        "select p.id from Page p left join LinkedPage l on l.pageId = p.id where p.changedAt > :start"
                                + " and p.documentId is not null and (l.pageId is null"
                                + " or l.revisionNumber <> p.revisionNumber)",
                        Long.class)
                .setParameter("start", clock.instant().minus(RECENT))
                .setMaxResults(MAX_RECENT)
                .getResultList();
    }

    private static void add(Map<Long, Map<Long, Set<Long>>> keys, long space, long key, long page) {
        keys.computeIfAbsent(space, missing -> new HashMap<>())
                .computeIfAbsent(key, missing -> new HashSet<>())
                .add(page);
    }

    /** The links of a space that look for one of these names: the page, the key, and the target that they have. */
    List<Object[]> looking(long spaceId, Collection<Long> keys) {
        return em.createQuery(
                        "select k.pageId, k.nameKey, l.targetId from StoredKey k, StoredLink l where k.spaceId = :space"
                                + " and k.nameKey in :keys and l.pageId = k.pageId and l.number = k.number",
                        Object[].class)
                .setParameter("space", spaceId)
                .setParameter("keys", keys)
                .getResultList();
    }
}
