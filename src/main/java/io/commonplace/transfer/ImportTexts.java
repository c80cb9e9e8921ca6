package io.commonplace.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;

/**
 * The texts of the pages that an import has planned, in the database so that every clone can read them. {@code ContentSweep}
 * deletes those of jobs that have ended.
 */
@ApplicationScoped
class ImportTexts {
    @Inject
    private ImportTextStore store;

    /** Stores a batch. Call it outside of a transaction, so that a large archive makes no large transaction. */
    @Transactional
    public void store(long jobId, Map<String, String> texts) {
        store.add(jobId, texts);
    }

    @Transactional
    public Map<String, String> texts(long jobId, List<String> hashes) {
        return store.texts(jobId, hashes);
    }

    /** The jobs that have ended and have texts left. */
    @Transactional
    public List<Long> endedJobs() {
        return store.endedJobs();
    }

    /** Deletes a few of the texts, like {@link #store}. @return whether there were any */
    @Transactional
    public boolean deleteSome(long jobId) {
        return store.deleteSome(jobId);
    }
}
