package io.commonplace.pages;

import io.commonplace.database.Writes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;

/** Drafts in the database, each written in a transaction of its own: a draft belongs to no other change. */
@ApplicationScoped
class StoredDrafts {
    @Inject
    private DraftStore store;

    @Writes
    public void put(String key, Draft draft) {
        store.put(key, draft);
    }

    @Writes
    public void remove(String key) {
        store.remove(key);
    }

    /** @return the number of deleted drafts */
    @Writes
    public int removeOlderThan(Instant limit) {
        return store.removeOlderThan(limit);
    }
}
