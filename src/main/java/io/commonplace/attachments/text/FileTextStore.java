package io.commonplace.attachments.text;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The rows of the texts, for writing. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class FileTextStore {
    @PersistenceContext(unitName = "rw")
    private EntityManager em;

    /** Adds rows for contents that have none. */
    void request(Collection<String> hashes, Instant now) {
        Set<String> missing = new HashSet<>(hashes);
        em.createQuery("select f.hash from FileText f where f.hash in :hashes", String.class)
                .setParameter("hashes", hashes)
                .getResultList()
                .forEach(missing::remove);
        // Another transaction may add the same one, or remove the content.
        missing.stream()
                .sorted()
                .forEach(hash -> em.createNativeQuery(
                                "insert ignore into file_text (hash, state, characters, attempts, extractor, changed_at)"
                                        + " select hash, 'PENDING', 0, 0, 0, ?2 from content where hash = ?1")
                        .setParameter(1, hash)
                        .setParameter(2, LocalDateTime.ofInstant(now, ZoneOffset.UTC))
                        .executeUpdate());
    }

    /** Lets files be read again that an older version has read. The former text stays until then. */
    void renew(Collection<String> hashes, int version) {
        em.createQuery("update FileText f set f.state = :pending, f.attempts = 0 where f.hash in :hashes"
                        + " and f.state <> :pending and f.extractor < :version")
                .setParameter("pending", FileText.State.PENDING)
                .setParameter("hashes", hashes)
                .setParameter("version", version)
                .executeUpdate();
    }

    /** Attachments after this identifier: that, their content and their name. */
    List<Object[]> attachmentsAfter(long id, int limit) {
        return em.createQuery(
                        "select a.id, a.hash, a.name from Attachment a where a.id > :after order by a.id",
                        Object[].class)
                .setParameter("after", id)
                .setMaxResults(limit)
                .getResultList();
    }

    long pending() {
        return em.createQuery("select count(f) from FileText f where f.state = :pending", Long.class)
                .setParameter("pending", FileText.State.PENDING)
                .getSingleResult();
    }

    /** How many texts of a job have this state. */
    long count(long jobId, FileText.State state) {
        return em.createQuery("select count(f) from FileText f where f.jobId = :job and f.state = :state", Long.class)
                .setParameter("job", jobId)
                .setParameter("state", state)
                .getSingleResult();
    }

    /** The next ones to read; those that failed before come last. */
    List<FileText> nextPending(int limit) {
        return em.createQuery(
                        "select f from FileText f where f.state = :pending order by f.attempts, f.hash", FileText.class)
                .setParameter("pending", FileText.State.PENDING)
                .setMaxResults(limit)
                .getResultList();
    }

    Optional<FileText> pendingItem(long jobId, int number) {
        return em.createQuery(
                        "select f from FileText f where f.jobId = :job and f.number = :number and f.state = :pending",
                        FileText.class)
                .setParameter("job", jobId)
                .setParameter("number", number)
                .setParameter("pending", FileText.State.PENDING)
                .getResultStream()
                .findFirst();
    }

    Optional<FileText> find(String hash) {
        return Optional.ofNullable(em.find(FileText.class, hash));
    }

    void remove(FileText text) {
        em.remove(text);
    }

    /** The pages beside which this content lies. */
    List<Long> pagesWith(String hash) {
        return em.createQuery(
                        "select distinct a.pageId from Attachment a where a.hash = :hash and a.pageId is not null",
                        Long.class)
                .setParameter("hash", hash)
                .getResultList();
    }
}
