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

/** Content, uploads, and what names them: attachments, and the plans and orders of imports under way. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class UnreferencedContentStore {
    private static final List<JobState> OPEN = List.of(JobState.QUEUED, JobState.RUNNING);

    @PersistenceContext(unitName = "rw")
    private EntityManager em;

    /** In their order; without their bytes. @param after the last one of the portion before; empty for the first */
    List<String> hashes(String after, int limit) {
        return strings(em.createNativeQuery("select hash from content where hash > ?1 order by hash limit ?2")
                .setParameter(1, after)
                .setParameter(2, limit));
    }

    /** Those of the hashes that nothing names. */
    List<String> unnamed(List<String> hashes) {
        List<String> left = without(hashes, "select a.hash from Attachment a where a.hash in :hashes");
        return without(left, "select f.hash from ImportFile f where f.hash in :hashes");
    }

    private List<String> without(List<String> hashes, String named) {
        if (hashes.isEmpty()) {
            return hashes;
        }
        Set<String> known = new HashSet<>(em.createQuery(named, String.class)
                .setParameter("hashes", hashes)
                .getResultList());
        return hashes.stream().filter(hash -> !known.contains(hash)).toList();
    }

    /** One that is marked already keeps its time. */
    void mark(String hash, Instant since) {
        em.createNativeQuery("insert ignore into unnamed_content (hash, since) values (?1, ?2)")
                .setParameter(1, hash)
                .setParameter(2, stored(since))
                .executeUpdate();
    }

    List<String> markedUntil(Instant limit, int most) {
        return strings(
                em.createNativeQuery("select hash from unnamed_content where since <= ?1 order by since limit ?2")
                        .setParameter(1, stored(limit))
                        .setParameter(2, most));
    }

    /** Locks the mark until the transaction ends, and takes it away. @return whether it was there and as old as that */
    boolean unmark(String hash, Instant limit) {
        return em.createNativeQuery("delete from unnamed_content where hash = ?1 and since <= ?2")
                        .setParameter(1, hash)
                        .setParameter(2, stored(limit))
                        .executeUpdate()
                == 1;
    }

    void delete(String hash) {
        em.createNativeQuery("delete from content where hash = ?1")
                .setParameter(1, hash)
                .executeUpdate();
    }

    /** When the imports were asked for whose archive is not unpacked yet: they keep content that nothing names yet. */
    List<Instant> unpackingSince() {
        return em.createQuery(
                        "select j.createdAt from Job j where j.kind = :kind and j.state in :open"
                                + " and not exists (select f from ImportFile f where f.jobId = j.id)",
                        Instant.class)
                .setParameter("kind", ImportJob.NAME)
                .setParameter("open", OPEN)
                .getResultList();
    }

    /** Uploads whose last piece came before that and that no open import is to read. */
    List<Long> abandonedUploads(Instant limit, int most) {
        List<Long> wanted = em.createQuery(
                        "select j.payload from Job j where j.kind = :kind and j.state in :open", String.class)
                .setParameter("kind", ImportJob.NAME)
                .setParameter("open", OPEN)
                .getResultStream()
                .map(payload -> ImportOrder.of(payload).uploadId())
                .toList();
        List<Long> found = new ArrayList<>();
        for (Object id : em.createNativeQuery(
                        "select upload_id from upload_piece group by upload_id having max(kept_at) <= ?1")
                .setParameter(1, stored(limit))
                .getResultList()) {
            found.add(((Number) id).longValue());
        }
        return found.stream().filter(id -> !wanted.contains(id)).limit(most).toList();
    }

    /** As the database keeps it: in UTC. */
    private static LocalDateTime stored(Instant time) {
        return LocalDateTime.ofInstant(time, ZoneOffset.UTC);
    }

    private static List<String> strings(Query query) {
        List<String> strings = new ArrayList<>();
        query.getResultList().forEach(row -> strings.add(String.valueOf(row)));
        return strings;
    }
}
