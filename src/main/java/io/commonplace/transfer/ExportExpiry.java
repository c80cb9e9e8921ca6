package io.commonplace.transfer;

import io.commonplace.database.Writes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;

/** Forgets archives whose days are over. */
@ApplicationScoped
class ExportExpiry {
    @Inject
    private ExportStore store;

    @Writes
    public List<Long> due(Instant limit, Instant unfinished, int max) {
        return store.due(limit, unfinished, max);
    }

    @Writes
    public void delete(long exportId) {
        store.delete(exportId);
    }
}
