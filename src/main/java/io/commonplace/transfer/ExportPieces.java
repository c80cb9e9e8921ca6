package io.commonplace.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;

/** The bytes of packed parts, in the database so that every clone can read them, in pieces of one mebibyte. */
@ApplicationScoped
class ExportPieces {
    @Inject
    private ExportPieceStore store;

    /** Stores one piece. Call it outside of a transaction, so that a long step holds no lock. */
    @Transactional
    public void store(long partId, int number, byte[] bytes) {
        store.add(partId, number, bytes);
    }

    /** Parts that belong to no export: it was deleted, or the attempt that packed them has failed. */
    @Transactional
    public List<Long> abandoned(Instant limit, int max) {
        return store.abandoned(limit, max);
    }

    /**
     * Deletes a few pieces. Call it outside of a transaction, so that a large part makes no large transaction. @return
     * whether there were any
     */
    @Transactional
    public boolean deleteSome(long partId) {
        return store.removeSome(partId);
    }
}
