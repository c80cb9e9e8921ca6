package io.commonplace.transfer;

import io.commonplace.database.Placeholders;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rows of texts that imports have planned. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class ImportTextStore {
    /** Deleted in one transaction, which a replica must repeat. */
    private static final int DELETED_AT_ONCE = 500;

    @PersistenceContext(unitName = "rw")
    private EntityManager em;

    /** Adds the texts, in one statement. It does nothing for those that are there: a step may run twice. */
    void add(long jobId, Map<String, String> texts) {
        Query insert = em.createNativeQuery(
                "insert ignore into import_text (job_id, hash, text) values " + Placeholders.rows(texts.size(), 3));
        int next = 1;
        for (Map.Entry<String, String> text : texts.entrySet()) {
            insert.setParameter(next++, jobId);
            insert.setParameter(next++, text.getKey());
            insert.setParameter(next++, text.getValue());
        }
        insert.executeUpdate();
    }

    /** @param hashes a few, as many as a step has */
    Map<String, String> texts(long jobId, List<String> hashes) {
        Map<String, String> texts = new HashMap<>();
        if (hashes.isEmpty()) {
            return texts;
        }
        Query query = em.createNativeQuery("select hash, text from import_text where job_id = ?1 and hash in ("
                        + Placeholders.list(2, hashes.size()) + ")")
                .setParameter(1, jobId);
        int next = 2;
        for (String hash : hashes) {
            query.setParameter(next++, hash);
        }
        for (Object row : query.getResultList()) {
            Object[] columns = (Object[]) row;
            texts.put((String) columns[0], (String) columns[1]);
        }
        return texts;
    }

    /** The jobs that have ended and have texts left. */
    List<Long> endedJobs() {
        List<?> ids = em.createNativeQuery("select t.job_id from (select distinct job_id from import_text) t"
                        + " left join job j on j.id = t.job_id and j.state in ('QUEUED', 'RUNNING') where j.id is null")
                .getResultList();
        return ids.stream().map(id -> ((Number) id).longValue()).toList();
    }

    /** Deletes some of the texts. @return whether there were any */
    boolean deleteSome(long jobId) {
        return em.createNativeQuery("delete from import_text where job_id = ?1 limit " + DELETED_AT_ONCE)
                        .setParameter(1, jobId)
                        .executeUpdate()
                > 0;
    }
}
