package io.commonplace.pages;

import io.commonplace.database.ReadOnlyMode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Writes drafts from the grid to the database. Several clones may do this for the same draft at the same time. */
@ApplicationScoped
class DraftFlusher {
    private static final Logger LOG = Logger.getLogger(DraftFlusher.class.getName());

    /** If a person types faster than this clone can store, the next sweep continues. */
    private static final int MAX_ATTEMPTS = 5;

    @Inject
    private DraftBuffer buffer;

    @Inject
    private StoredDrafts stored;

    @Inject
    private ReadOnlyMode mode;

    /** Stores the draft if the database can be written now. Otherwise it stays in the grid and is tried again later. */
    void tryToStore(String key) {
        if (mode.isOn()) {
            return;
        }
        try {
            store(key);
        } catch (RuntimeException e) {
            LOG.log(Level.INFO, "A draft could not be stored yet: {0}", e.toString());
        }
    }

    /** Repeats until the stored text is the current one: another write may have come, and have been stored, meanwhile. */
    private void store(String key) {
        boolean done = false;
        for (int i = 0; !done && i < MAX_ATTEMPTS; i++) {
            Optional<Map<String, String>> current = buffer.find(key);
            if (current.isEmpty()) {
                buffer.markClean(key);
                return;
            }
            write(key, current.get());
            done = buffer.markStored(key, current.get());
        }
    }

    private void write(String key, Map<String, String> values) {
        if (values.containsKey(Drafts.DELETED)) {
            stored.remove(key);
        } else {
            stored.put(key, Draft.of(values));
        }
    }
}
