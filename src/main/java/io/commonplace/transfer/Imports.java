package io.commonplace.transfer;

import io.commonplace.database.Ids;
import io.commonplace.database.ReadOnlyMode;
import io.commonplace.jobs.Jobs;
import io.commonplace.jobs.NewJob;
import io.commonplace.pages.SpaceHead;
import io.commonplace.people.Access;
import io.commonplace.people.SpaceLevel;
import io.commonplace.people.Viewer;
import io.commonplace.platform.BestEffort;
import io.commonplace.platform.Messages;
import io.commonplace.platform.Refusal;
import io.commonplace.platform.Unavailable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;

/** Takes archives in and makes jobs of them. */
@ApplicationScoped
public class Imports {
    /** Bytes of an archive, packed. */
    public static final long MAX_SIZE = 256L << 20;

    @Inject
    private Uploads uploads;

    @Inject
    private Jobs jobs;

    @Inject
    private Access access;

    @Inject
    private Ids ids;

    @Inject
    private ReadOnlyMode mode;

    /**
     * Keeps the archive and asks for its import; it is not looked into before.
     *
     * @return the job's identifier
     * @throws Unavailable if nothing can be saved at the moment; the archive is not read then
     * @throws Refusal if it is empty, no ZIP by its first bytes, or too large; nothing of it is kept then
     */
    public long start(Viewer viewer, SpaceHead space, String fileName, InputStream archive) throws IOException {
        access.require(viewer, SpaceLevel.ADMINISTER, space.id());
        mode.requireWritable();
        long uploadId = keep(archive);
        String name = shortened(fileName);
        ImportOrder order =
                new ImportOrder(space.id(), space.slug(), uploadId, name, viewer.id(), viewer.displayName());
        String title = Messages.text("import.title", name, space.name());
        return jobs.submit(
                new NewJob(ImportJob.NAME, title, order.toJson(), viewer.name()),
                steps -> steps.addSteps(ImportJob.UNPACK, 1, 1));
    }

    private long keep(InputStream archive) throws IOException {
        try {
            long uploadId = ids.next();
            try {
                receive(uploadId, archive);
            } catch (RuntimeException | IOException e) {
                BestEffort.run("deleting a refused upload", () -> uploads.delete(uploadId));
                throw e;
            }
            return uploadId;
        } catch (RuntimeException e) {
            throw mode.explained(e);
        }
    }

    private void receive(long uploadId, InputStream archive) throws IOException {
        long size = 0;
        int number = 0;
        for (byte[] piece = archive.readNBytes(Uploads.PIECE);
                piece.length > 0;
                piece = archive.readNBytes(Uploads.PIECE)) {
            if (number == 0 && !looksLikeZip(piece)) {
                throw new Refusal("import.upload.notZip");
            }
            size += piece.length;
            if (size > MAX_SIZE) {
                throw new Refusal("import.upload.large", MAX_SIZE >> 20);
            }
            uploads.keep(uploadId, number++, piece);
        }
        if (size == 0) {
            throw new Refusal("import.upload.empty");
        }
    }

    /** Every ZIP with a file in it begins with PK and a three. */
    private static boolean looksLikeZip(byte[] start) {
        return start.length > 3 && start[0] == 'P' && start[1] == 'K' && start[2] == 3 && start[3] == 4;
    }

    private static String shortened(String fileName) {
        String name = fileName.replaceAll(".*[/\\\\]", "")
                .replaceAll("\\p{Cntrl}", "")
                .strip();
        String shown = name.isEmpty() ? "archive.zip" : name;
        return shown.length() > 120 ? shown.substring(0, 119) + "…" : shown;
    }
}
