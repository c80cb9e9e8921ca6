package io.commonplace.transfer;

import io.commonplace.attachments.AttachmentStore;
import io.commonplace.attachments.Content;
import io.commonplace.attachments.FileContent;
import io.commonplace.attachments.NewFile;
import io.commonplace.database.Ids;
import io.commonplace.database.ReadRouter;
import io.commonplace.database.Writes;
import io.commonplace.pages.Author;
import io.commonplace.pages.SpaceHead;
import io.commonplace.platform.Freshness;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** Stores content as an import does, and checks whether it exists. */
@ApplicationScoped
public class ContentByHand {
    @Inject
    private Content content;

    @Inject
    private AttachmentStore attachments;

    @Inject
    private Uploads uploads;

    @Inject
    private ImportTexts texts;

    @Inject
    private Ids ids;

    @Inject
    private ReadRouter router;

    static byte[] someBytes() {
        byte[] bytes = new byte[100];
        ThreadLocalRandom.current().nextBytes(bytes);
        return bytes;
    }

    String store(byte[] bytes) {
        String hash = Content.hash(bytes);
        content.store(hash, bytes);
        return hash;
    }

    @Writes
    public void attach(SpaceHead space, String hash) {
        put(space, hash + ".bin", hash);
    }

    /** The next version of a file, if it is there. */
    @Writes
    public void attach(SpaceHead space, String path, String hash) {
        put(space, path, hash);
    }

    private void put(SpaceHead space, String path, String hash) {
        attachments.put(
                new NewFile(ids.next(), space.id(), path, null), new FileContent(hash, 100), new Author(0, "Nobody"));
    }

    boolean exists(String hash) {
        return count("select count(*) from content where hash = ?1", hash) == 1;
    }

    /** An upload of which two chunks were received. */
    long upload() {
        long upload = ids.next();
        uploads.store(upload, 0, someBytes());
        uploads.store(upload, 1, someBytes());
        return upload;
    }

    long chunks(long upload) {
        return count("select count(*) from upload_piece where upload_id = ?1", upload);
    }

    /** Stores two texts for an import, one of them twice, as a step does that runs again. */
    void storeTexts(long jobId) {
        texts.store(jobId, Map.of("1".repeat(64), "# First", "2".repeat(64), "# Second"));
        texts.store(jobId, Map.of("1".repeat(64), "# First"));
    }

    long texts(long jobId) {
        return count("select count(*) from import_text where job_id = ?1", jobId);
    }

    private long count(String query, Object of) {
        Object found = router.read(
                Freshness.NEWEST,
                em -> em.createNativeQuery(query).setParameter(1, of).getSingleResult());
        return ((Number) found).longValue();
    }
}
