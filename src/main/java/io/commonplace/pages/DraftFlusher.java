package io.commonplace.pages;

import io.commonplace.database.ReadOnlyMode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Brings the database to what the grid has of drafts. Several may do it for the same draft at the same time. */
@ApplicationScoped
class DraftFlusher {
    private static final Logger LOG = Logger.getLogger(DraftFlusher.class.getName());

    /** Somebody who types faster than texts can be stored is left to the next round. */
    private static final int TRIES = 5;

    @Inject
    private DraftBuffer buffer;

    @Inject
    private DraftStore store;

    @Inject
    private ReadOnlyMode mode;

    /** Stores what can be stored now. What can't, stays in the grid and is tried again. */
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

    /** Until what was written is what is there: another one may have come, and have been written, meanwhile. */
    private void store(String key) {
        boolean settled = false;
        for (int i = 0; !settled && i < TRIES; i++) {
            Optional<Map<String, String>> here = buffer.find(key);
            if (here.isEmpty()) {
                buffer.forget(key);
                return;
            }
            write(key, here.get());
            settled = buffer.stored(key, here.get());
        }
    }

    private void write(String key, Map<String, String> values) {
        if (values.containsKey(Drafts.GONE)) {
            store.remove(key);
        } else {
            store.keep(key, Draft.of(values));
        }
    }
}
