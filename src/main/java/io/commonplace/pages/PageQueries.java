package io.commonplace.pages;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The queries for reading pages; each has an index. */
final class PageQueries {
    /** More than the links that a page may have; but there may be any number of pages of one title. */
    private static final int MAX_TARGETS = 20_000;

    private PageQueries() {}

    static Optional<SpaceHead> space(EntityManager em, String slug) {
        return em.createQuery("select s from Space s where s.slug = :slug and s.deletedAt is null", Space.class)
                .setParameter("slug", slug)
                .getResultStream()
                .findFirst()
                .map(Space::head);
    }

    static List<SpaceHead> spaces(EntityManager em) {
        return em.createQuery("select s from Space s where s.deletedAt is null order by s.name", Space.class)
                .getResultStream()
                .map(Space::head)
                .toList();
    }

    /** The current keys of spaces by their former ones. */
    static Map<String, String> formerKeys(EntityManager em) {
        return em.createQuery(
                        "select k.slug, s.slug from OldSpaceKey k, Space s where s.id = k.spaceId and s.deletedAt is null",
                        Object[].class)
                .getResultStream()
                .collect(Collectors.toMap(row -> (String) row[0], row -> (String) row[1]));
    }

    /** The deleted spaces, the last one first. */
    static List<DeletedSpace> deletedSpaces(EntityManager em) {
        return em.createQuery(
                        "select s from Space s where s.deletedAt is not null order by s.deletedAt desc", Space.class)
                .getResultStream()
                .map(Space::deleted)
                .toList();
    }

    /** The spaces whose changes are no news. */
    private static List<Long> endedSpaces(EntityManager em) {
        return em.createQuery(
                        "select s.id from Space s where s.archivedAt is not null or s.deletedAt is not null",
                        Long.class)
                .getResultList();
    }

    static Address address(EntityManager em, long spaceId, String path) {
        Optional<PageHead> page = page(em, spaceId, path);
        return page.isPresent()
                ? new Address(page.get(), null)
                : new Address(null, movedTo(em, spaceId, path).orElse(null));
    }

    static Optional<PageHead> page(EntityManager em, long spaceId, String path) {
        return em.createQuery(
                        "select new io.commonplace.pages.PageHead(p.id, p.spaceId, p.parentId, p.path, p.title, p.sourcePath,"
                                + " p.documentId, p.revisionNumber, p.changedByName, p.changedAt) from Page p"
                                + " where p.spaceId = :space and p.path = :path and p.documentId is not null",
                        PageHead.class)
                .setParameter("space", spaceId)
                .setParameter("path", path)
                .getResultStream()
                .findFirst();
    }

    private static Optional<String> movedTo(EntityManager em, long spaceId, String oldPath) {
        return em.createQuery(
                        "select p.path from OldPath o, Page p where p.id = o.pageId and o.spaceId = :space"
                                + " and o.path = :path",
                        String.class)
                .setParameter("space", spaceId)
                .setParameter("path", oldPath)
                .getResultStream()
                .findFirst();
    }

    /** The current and former pages at these paths. */
    static List<LinkTarget> targets(EntityManager em, SpaceHead space, Collection<String> paths) {
        List<LinkTarget> found = new ArrayList<>(targets(em, space, "p.path in :keys", paths));
        found.addAll(former(em, space, paths));
        return found;
    }

    /** The pages with one of these titles, or with a path that ends in one of these names. */
    static List<LinkTarget> named(EntityManager em, SpaceHead space, Collection<String> names) {
        Set<LinkTarget> found = new LinkedHashSet<>(targets(em, space, "p.title in :keys", names));
        List<String> ends =
                names.stream().map(TargetNames::ends).flatMap(List::stream).toList();
        found.addAll(ends.isEmpty() ? List.of() : targets(em, space, "p.pathEnd in :keys", ends));
        return List.copyOf(found);
    }

    private static List<LinkTarget> targets(
            EntityManager em, SpaceHead space, String condition, Collection<String> keys) {
        return em.createQuery(
                        "select p.id, p.path, p.sourcePath, p.title from Page p where p.spaceId = :space and "
                                + condition + " order by p.path",
                        Object[].class)
                .setParameter("space", space.id())
                .setParameter("keys", keys)
                .setMaxResults(MAX_TARGETS)
                .getResultStream()
                .map(row -> new LinkTarget(
                        (Long) row[0], space.href((String) row[1]), (String) row[1], (String) row[2], (String) row[3]))
                .toList();
    }

    /** Leaves out old paths of pages in the trash, which lead nowhere. */
    private static List<LinkTarget> former(EntityManager em, SpaceHead space, Collection<String> paths) {
        return em.createQuery(
                        "select o.pageId, o.path from OldPath o, Page p where p.id = o.pageId and o.spaceId = :space"
                                + " and o.path in :paths",
                        Object[].class)
                .setParameter("space", space.id())
                .setParameter("paths", paths)
                .getResultStream()
                .map(row -> LinkTarget.former((Long) row[0], space.href((String) row[1]), (String) row[1]))
                .toList();
    }

    static Optional<DocumentText> document(EntityManager em, long documentId) {
        return Optional.ofNullable(em.find(Document.class, documentId)).map(Document::text);
    }

    /** Two queries instead of a join: with a join the database may start with the spaces, and then sorts all pages. */
    static List<RecentChange> recent(EntityManager em, boolean minor, int limit) {
        List<Long> ended = endedSpaces(em);
        String others = ended.isEmpty() ? "" : " and p.spaceId not in :ended";
        String newest = minor ? "p.changedAt desc" : "p.listedAt desc";
        TypedQuery<Page> latest = em.createQuery(
                "select p from Page p where p.documentId is not null" + others + " order by " + newest, Page.class);
        if (!ended.isEmpty()) {
            latest.setParameter("ended", ended);
        }
        List<Page> pages = latest.setMaxResults(limit).getResultList();
        Map<Long, SpaceHead> spaces = spaces(em).stream().collect(Collectors.toMap(SpaceHead::id, space -> space));
        return pages.stream()
                .flatMap(page ->
                        Optional.ofNullable(spaces.get(page.spaceId()))
                                .map(space -> change(space, page, minor))
                                .stream())
                .toList();
    }

    private static RecentChange change(SpaceHead space, Page page, boolean minor) {
        return new RecentChange(
                space.id(),
                space.slug(),
                space.name(),
                page.path(),
                page.title(),
                page.revisionNumber(),
                minor ? page.changedByName() : page.majorByName(),
                minor ? page.changedAt() : page.majorAt());
    }

    /**
     * The result of a lookup by path.
     *
     * @param movedTo the current path of the page that was here before; null if there is a page here or never was one
     */
    record Address(@Nullable PageHead page, @Nullable String movedTo) {}
}
