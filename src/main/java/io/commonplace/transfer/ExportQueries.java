package io.commonplace.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what a step of an export needs before its transaction. It reads from the primary. */
@ApplicationScoped
@Transactional
class ExportQueries {
    @PersistenceContext(unitName = "rw")
    private EntityManager em;

    /** @param last exclusive */
    List<ExportFile> files(long exportId, ExportFile.Kind kind, int first, int last) {
        return em.createQuery(
                        "select f from ExportFile f where f.exportId = :export and f.kind = :kind"
                                + " and f.number >= :first and f.number < :last order by f.number",
                        ExportFile.class)
                .setParameter("export", exportId)
                .setParameter("kind", kind)
                .setParameter("first", first)
                .setParameter("last", last)
                .getResultList();
    }

    /** The former addresses of pages by page. */
    Map<Long, List<String>> formerPaths(long exportId, Collection<Long> pageIds) {
        Map<Long, List<String>> paths = new HashMap<>();
        if (!pageIds.isEmpty()) {
            em.createQuery(
                            "select f.targetId, f.path from ExportFile f where f.exportId = :export"
                                    + " and f.kind = :kind and f.targetId in :pages order by f.number",
                            Object[].class)
                    .setParameter("export", exportId)
                    .setParameter("kind", ExportFile.Kind.ALIAS)
                    .setParameter("pages", pageIds)
                    .getResultList()
                    .forEach(row -> paths.computeIfAbsent((Long) row[0], missing -> new ArrayList<>())
                            .add((String) row[1]));
        }
        return paths;
    }

    /** The pages with their former addresses, or the files, at these paths of a space. */
    List<ExportFile> at(long exportId, long spaceId, Collection<ExportFile.Kind> kinds, Collection<String> paths) {
        return paths.isEmpty()
                ? List.of()
                : em.createQuery(
                                "select f from ExportFile f where f.exportId = :export and f.spaceId = :space"
                                        + " and f.kind in :kinds and f.path in :paths and f.name is not null",
                                ExportFile.class)
                        .setParameter("export", exportId)
                        .setParameter("space", spaceId)
                        .setParameter("kinds", kinds)
                        .setParameter("paths", paths)
                        .getResultList();
    }

    Optional<ExportFile> file(long exportId, long attachmentId) {
        return em.createQuery(
                        "select f from ExportFile f where f.exportId = :export and f.kind = :kind"
                                + " and f.targetId = :target",
                        ExportFile.class)
                .setParameter("export", exportId)
                .setParameter("kind", ExportFile.Kind.FILE)
                .setParameter("target", attachmentId)
                .getResultStream()
                .findFirst();
    }

    /** The identifiers of a space's attachments by path, as they are now. */
    Map<String, Long> attachments(long spaceId, Collection<String> paths) {
        Map<String, Long> ids = new HashMap<>();
        if (!paths.isEmpty()) {
            em.createQuery(
                            "select a.path, a.id from Attachment a where a.spaceId = :space and a.path in :paths",
                            Object[].class)
                    .setParameter("space", spaceId)
                    .setParameter("paths", paths)
                    .getResultList()
                    .forEach(row -> ids.put((String) row[0], (Long) row[1]));
        }
        return ids;
    }

    /** The identifiers and current paths of a space's attachments by the paths that they had before they were renamed. */
    Map<String, Renamed> renamed(long spaceId, Collection<String> formerPaths) {
        Map<String, Renamed> found = new HashMap<>();
        if (!formerPaths.isEmpty()) {
            em.createQuery(
                            "select f.path, a.id, a.path from FileAlias f, Attachment a where a.id = f.fileId"
                                    + " and f.spaceId = :space and f.path in :paths",
                            Object[].class)
                    .setParameter("space", spaceId)
                    .setParameter("paths", formerPaths)
                    .getResultList()
                    .forEach(row -> found.put((String) row[0], new Renamed((Long) row[1], (String) row[2])));
        }
        return found;
    }

    /** An attachment that was renamed. @param path the current one */
    record Renamed(long id, String path) {}

    /** The pages' own files, in the order of their paths. */
    List<ExportFile> filesOf(long exportId, Collection<Long> pageIds) {
        return pageIds.isEmpty()
                ? List.of()
                : em.createQuery(
                                "select f from ExportFile f where f.exportId = :export and f.pageId in :pages"
                                        + " order by f.number",
                                ExportFile.class)
                        .setParameter("export", exportId)
                        .setParameter("pages", pageIds)
                        .getResultList();
    }

    /** The instant that the export shows. */
    Instant listedAt(long exportId) {
        return em.find(Export.class, exportId).listedAt();
    }

    /** The parts in the order of the archive. */
    List<ExportPart> parts(long exportId) {
        return ExportDownloadQueries.parts(em, exportId);
    }

    List<PackedEntry> entries(long partId) {
        Object bytes = em.createNativeQuery("select directory from export_part where id = ?1")
                .setParameter(1, partId)
                .getSingleResult();
        return PackedEntry.of((byte[]) bytes);
    }

    /** The identifiers of the export's spaces. */
    List<Long> spaces(long exportId) {
        return ExportDownloadQueries.spaces(em, exportId);
    }

    /** The space's key. */
    String slug(long exportId, long spaceId) {
        return (String) em.createNativeQuery("select slug from export_space where export_id = ?1 and space_id = ?2")
                .setParameter(1, exportId)
                .setParameter(2, spaceId)
                .getSingleResult();
    }

    /** The space with this key, if it is exported. */
    Optional<Long> space(long exportId, String slug) {
        List<?> found = em.createNativeQuery("select space_id from export_space where export_id = ?1 and slug = ?2")
                .setParameter(1, exportId)
                .setParameter(2, slug)
                .getResultList();
        return found.stream().map(id -> ((Number) id).longValue()).findFirst();
    }
}
