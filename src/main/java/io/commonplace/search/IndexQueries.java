package io.commonplace.search;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the index reads from the database. */
final class IndexQueries {
    private static final String CONTENT =
            "select new io.commonplace.search.PageContent(p.id, p.version, p.spaceId, p.path, p.title, p.changedBy,"
                    + " p.changedByName, p.changedAt, d.html, s.language) from Page p, Document d, Space s"
                    + " where d.id = p.documentId and s.id = p.spaceId";

    private static final String DELETED =
            "select new io.commonplace.search.PageContent(p.id, p.version, p.spaceId, p.path, p.title, n.deletedBy,"
                    + " n.deletedByName, n.deletedAt, d.html, s.language)"
                    + " from TrashedPage p, Deletion n, Document d, Space s"
                    + " where d.id = p.documentId and n.id = p.deletionId and s.id = p.spaceId";

    private IndexQueries() {}

    static LogBounds bounds(EntityManager em) {
        return new LogBounds(oldest(em), newest(em), newestSettled(em), count(em));
    }

    static IndexBatch batch(EntityManager em, IndexRequest request) {
        List<Change> changes = changes(em, request.wanted(), IndexBatch.MAX_CHANGES);
        Set<Long> changed = changes.stream()
                .filter(change -> !change.isRebuild())
                .map(Change::pageId)
                .collect(Collectors.toCollection(HashSet::new));
        request.checksAfter()
                .ifPresent(after -> changed.addAll(request.missed().apply(versionsAfter(em, after, IndexCheck.BATCH))));
        Rebuild rebuild = request.state().rebuild();
        return new IndexBatch(
                changes,
                changed,
                changed.isEmpty() ? List.of() : pages(em, changed),
                rebuild == null ? List.of() : pages(em, rebuild, IndexBatch.MAX_PAGES));
    }

    /** The entries of the log in these ranges, at most {@code limit}, oldest first. */
    private static List<Change> changes(EntityManager em, List<ChangeCursor.Range> ranges, int limit) {
        String conditions = ranges.stream()
                .map(range -> "c.sequence between " + range.first() + " and " + range.last())
                .collect(Collectors.joining(" or "));
        return em.createQuery(
                        "select new io.commonplace.search.IndexQueries$Change(c.sequence, c.pageId) from PageChange c where "
                                + conditions + " order by c.sequence",
                        Change.class)
                .setMaxResults(limit)
                .getResultList();
    }

    /** The number of the newest entry of the log; 0 if it is empty. */
    private static long newest(EntityManager em) {
        return em.createQuery("select coalesce(max(c.sequence), 0) from PageChange c", Long.class)
                .getSingleResult();
    }

    /** All entries up to this number have been committed, or never will be. */
    private static long newestSettled(EntityManager em) {
        return ((Number) em.createNativeQuery("select coalesce(max(sequence), 0) from page_change where changed_at"
                                + " < now(6) - interval ?1 second")
                        .setParameter(1, ChangeCursor.MAX_TRANSACTION.toSeconds())
                        .getSingleResult())
                .longValue();
    }

    /** The number of entries after this one. */
    static long countAfter(EntityManager em, long sequence) {
        return em.createQuery("select count(c) from PageChange c where c.sequence > :after", Long.class)
                .setParameter("after", sequence)
                .getSingleResult();
    }

    /** The number of the oldest entry of the log; 0 if it is empty. */
    private static long oldest(EntityManager em) {
        return em.createQuery("select coalesce(min(c.sequence), 0) from PageChange c", Long.class)
                .getSingleResult();
    }

    /** Of these pages, those that readers can see, and those in the trash. */
    private static List<PageContent> pages(EntityManager em, Collection<Long> pageIds) {
        List<PageContent> found =
                contents(em, query -> query.setParameter("ids", pageIds).getResultList(), " and p.id in :ids");
        return withFiles(em, found);
    }

    /** The next pages that a rebuild puts, those in the trash included. */
    private static List<PageContent> pages(EntityManager em, Rebuild rebuild, int limit) {
        boolean all = rebuild.spaceId() == Rebuild.ALL_SPACES;
        List<PageContent> found = contents(
                em,
                query -> {
                    if (!all) {
                        query.setParameter("space", rebuild.spaceId());
                    }
                    return query.setParameter("after", rebuild.builtTo())
                            .setMaxResults(limit)
                            .getResultList();
                },
                " and p.id > :after" + (all ? "" : " and p.spaceId = :space") + " order by p.id");
        return withFiles(
                em,
                found.stream()
                        .sorted(Comparator.comparingLong(PageContent::id))
                        .limit(limit)
                        .toList());
    }

    private static List<PageContent> contents(
            EntityManager em, Function<TypedQuery<PageContent>, List<PageContent>> read, String condition) {
        List<PageContent> inTree = read.apply(em.createQuery(CONTENT + condition, PageContent.class));
        List<PageContent> deleted = read.apply(em.createQuery(DELETED + condition, PageContent.class));
        return Stream.concat(inTree.stream(), deleted.stream().map(PageContent::inTrash))
                .toList();
    }

    private static List<PageContent> withFiles(EntityManager em, List<PageContent> pages) {
        if (pages.isEmpty()) {
            return pages;
        }
        Map<Long, List<String>> names = em.createQuery(
                        "select a.pageId, a.name from Attachment a where a.pageId in :ids", Object[].class)
                .setParameter("ids", pages.stream().map(PageContent::id).toList())
                .getResultStream()
                .collect(Collectors.groupingBy(
                        row -> (Long) row[0], Collectors.mapping(row -> (String) row[1], Collectors.toList())));
        return pages.stream()
                .map(page -> page.withFiles(names.getOrDefault(page.id(), List.of())))
                .toList();
    }

    /** The versions of the next pages after this identifier, those in the trash included. */
    private static Map<Long, Integer> versionsAfter(EntityManager em, long pageId, int limit) {
        Map<Long, Integer> versions = new TreeMap<>(versionsAfter(em, "Page", pageId, limit));
        versionsAfter(em, "TrashedPage", pageId, limit)
                .forEach((id, version) -> versions.put(id, PageContent.versionInTrash(version)));
        return versions.entrySet().stream()
                .limit(limit)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Map<Long, Integer> versionsAfter(EntityManager em, String entity, long pageId, int limit) {
        return em.createQuery(
                        "select p.id, p.version from " + entity
                                + " p where p.documentId is not null and p.id > :after order by p.id",
                        Object[].class)
                .setParameter("after", pageId)
                .setMaxResults(limit)
                .getResultStream()
                .collect(Collectors.toMap(row -> (Long) row[0], row -> (Integer) row[1]));
    }

    /** The number of pages that readers can see. */
    private static long count(EntityManager em) {
        return em.createQuery("select count(p) from Page p where p.documentId is not null", Long.class)
                .getSingleResult();
    }

    /** The deletions of those pages that are in the trash. */
    static Map<Long, Long> deletions(EntityManager em, Collection<Long> pageIds) {
        return em.createQuery("select p.id, p.deletionId from TrashedPage p where p.id in :ids", Object[].class)
                .setParameter("ids", pageIds)
                .getResultStream()
                .collect(Collectors.toMap(row -> (Long) row[0], row -> (Long) row[1]));
    }

    /** The paths of those pages that still exist. */
    static Map<Long, String> paths(EntityManager em, Collection<Long> pageIds) {
        return em.createQuery("select p.id, p.path from Page p where p.id in :ids", Object[].class)
                .setParameter("ids", pageIds)
                .getResultStream()
                .collect(Collectors.toMap(row -> (Long) row[0], row -> (String) row[1]));
    }

    /** An entry of the log. @param pageId see {@link PageChange} */
    public record Change(long sequence, long pageId) {
        boolean isRebuild() {
            return pageId <= 0;
        }

        Rebuild rebuild() {
            return Rebuild.begin(sequence, -pageId);
        }
    }
}
