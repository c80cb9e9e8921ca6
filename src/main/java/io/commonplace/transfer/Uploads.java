package io.commonplace.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Uploaded archives, in the database so that every clone can read them, in chunks of one mebibyte. */
@ApplicationScoped
class Uploads {
    static final int CHUNK = 1 << 20;

    @Inject
    private UploadStore store;

    /** Stores one chunk. Call it outside of a transaction, so that a long upload holds no lock. */
    @Transactional
    public void store(long uploadId, int number, byte[] chunk) {
        store.add(uploadId, number, chunk);
    }

    /** Writes the archive to a temporary file on this clone. The caller deletes it. */
    @Transactional
    public Path toTemporaryFile(long uploadId) throws IOException {
        Path file = Files.createTempFile("commonplace-import-", ".zip");
        try (OutputStream out = Files.newOutputStream(file)) {
            int number = 0;
            Optional<byte[]> chunk = store.chunk(uploadId, number);
            while (chunk.isPresent()) {
                out.write(chunk.get());
                chunk = store.chunk(uploadId, ++number);
            }
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
        return file;
    }

    /**
     * Deletes one chunk. Call it outside of a transaction, so that a large archive makes no large transaction. @return
     * whether it existed
     */
    @Transactional
    public boolean deleteChunk(long uploadId, int number) {
        return store.remove(uploadId, number);
    }

    /** Deletes a few chunks, like {@link #deleteChunk}. @return whether there were any */
    @Transactional
    public boolean deleteSome(long uploadId) {
        return store.removeSome(uploadId);
    }

    /** Whether the archive is still there. */
    @Transactional
    public boolean exists(long uploadId) {
        return store.exists(uploadId);
    }

    /** Deletes all remaining chunks of an upload. */
    @Transactional
    public void delete(long uploadId) {
        store.removeAll(uploadId);
    }
}
