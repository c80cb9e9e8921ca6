package io.commonplace.transfer;

import io.commonplace.jobs.JobState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Queries for content and uploads, and for what refers to them: attachments and their versions, the plans and parameters of
 * running imports, and the lists of running exports.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class UnreferencedContentStore {
    private static final List<JobState> OPEN = List.of(JobState.QUEUED, JobState.RUNNING);

    @PersistenceContext(unitName = "rw")
    private EntityManager em;

    /** The hashes in order. @param after the last one of the previous batch; empty for the first */
    List<String> hashes(String after, int limit) {
        return strings(em.createNativeQuery("select hash from content where hash > ?1 order by hash limit ?2")
                .setParameter(1, after)
                .setParameter(2, limit));
    }

    /** The hashes that nothing refers to. */
    List<String> unreferenced(List<String> hashes) {
        List<String> left = subtract(hashes, "select a.hash from Attachment a where a.hash in :hashes");
        List<String> current = subtract(left, "select v.hash from FileVersion v where v.hash in :hashes");
        List<String> unplanned = subtract(current, "select f.hash from ImportFile f where f.hash in :hashes");
        return subtract(unplanned, "select f.hash from ExportFile f where f.hash in :hashes");
    }

    private List<String> subtract(List<String> hashes, String query) {
        if (hashes.isEmpty()) {
            return hashes;
        }
        Set<String> referenced = new HashSet<>(em.createQuery(query, String.class)
                .setParameter("hashes", hashes)
                .getResultList());
        return hashes.stream().filter(hash -> !referenced.contains(hash)).toList();
    }

    /** A hash that is marked already keeps its time. */
    void mark(String hash, Instant since) {
        em.createNativeQuery("insert ignore into unnamed_content (hash, since) values (?1, ?2)")
                .setParameter(1, hash)
                .setParameter(2, utc(since))
                .executeUpdate();
    }

    List<String> markedUntil(Instant limit, int max) {
        return strings(
                em.createNativeQuery("select hash from unnamed_content where since <= ?1 order by since limit ?2")
                        .setParameter(1, utc(limit))
                        .setParameter(2, max));
    }

    /** Removes the mark and locks its row until the transaction ends. @return whether there was a mark that old */
    boolean unmark(String hash, Instant limit) {
        return em.createNativeQuery("delete from unnamed_content where hash = ?1 and since <= ?2")
                        .setParameter(1, hash)
                        .setParameter(2, utc(limit))
                        .executeUpdate()
                == 1;
    }

    void delete(String hash) {
        em.createNativeQuery("delete from content where hash = ?1")
                .setParameter(1, hash)
                .executeUpdate();
    }

    /** The creation times of imports that have not finished unpacking: their stored content has no references yet. */
    List<Instant> unpackingSince() {
        return em.createQuery(
                        "select j.createdAt from Job j where j.kind = :kind and j.state in :open"
                                + " and not exists (select f from ImportFile f where f.jobId = j.id)",
                        Instant.class)
                .setParameter("kind", ImportJob.NAME)
                .setParameter("open", OPEN)
                .getResultList();
    }

    /** Uploads whose last chunk was received before {@code limit} and that no open import needs. */
    List<Long> abandonedUploads(Instant limit, int max) {
        List<Long> needed = em.createQuery(
                        "select j.payload from Job j where j.kind in :kinds and j.state in :open", String.class)
                .setParameter("kinds", List.of(ImportJob.NAME, CheckJob.NAME))
                .setParameter("open", OPEN)
                .getResultStream()
                .map(payload -> ImportOrder.of(payload).uploadId())
                .toList();
        List<Long> found = new ArrayList<>();
        for (Object id : em.createNativeQuery(
                        "select upload_id from upload_piece group by upload_id having max(kept_at) <= ?1")
                .setParameter(1, utc(limit))
                .getResultList()) {
            found.add(((Number) id).longValue());
        }
        return found.stream().filter(id -> !needed.contains(id)).limit(max).toList();
    }

    /** As stored in the database: in UTC. */
    private static LocalDateTime utc(Instant time) {
        return LocalDateTime.ofInstant(time, ZoneOffset.UTC);
    }

    private static List<String> strings(Query query) {
        List<String> strings = new ArrayList<>();
        query.getResultList().forEach(row -> strings.add(String.valueOf(row)));
        return strings;
    }
}
