package io.commonplace.transfer;

import io.commonplace.database.Ids;
import io.commonplace.database.ReadOnlyMode;
import io.commonplace.jobs.Jobs;
import io.commonplace.jobs.NewJob;
import io.commonplace.people.Viewer;
import io.commonplace.platform.BestEffort;
import io.commonplace.platform.Messages;
import io.commonplace.platform.Refusal;
import io.commonplace.platform.Unavailable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;

/** Receives archives and submits import jobs. */
@ApplicationScoped
public class Imports {
    /** The maximum size of an archive, in bytes. */
    public static final long MAX_SIZE = 2L << 30;

    @Inject
    private Uploads uploads;

    @Inject
    private Jobs jobs;

    @Inject
    private ImportPlaces places;

    @Inject
    private Ids ids;

    @Inject
    private ReadOnlyMode mode;

    /**
     * Stores the archive and submits its import, without looking into the archive.
     *
     * @return the job's identifier
     * @throws Unavailable if nothing can be saved at the moment; the archive is not read then
     * @throws Refusal if the archive is empty, has no ZIP signature, or is too large; nothing of it is stored then
     */
    public long start(Viewer viewer, ImportPlace place, String fileName, InputStream archive) throws IOException {
        return submit(ImportJob.NAME, "import.title", viewer, new Received(place, fileName, archive));
    }

    /**
     * Stores the archive and submits the check of its import, which changes no page.
     *
     * @return the job's identifier
     * @throws Unavailable as {@link #start} does
     * @throws Refusal as {@link #start} does
     */
    public long check(Viewer viewer, ImportPlace place, String fileName, InputStream archive) throws IOException {
        return submit(CheckJob.NAME, "import.check.title", viewer, new Received(place, fileName, archive));
    }

    private long submit(String kind, String titleKey, Viewer viewer, Received received) throws IOException {
        ImportPlace place = received.place();
        places.require(viewer, place.space().id(), place.belowId());
        mode.requireWritable();
        long uploadId = store(received.archive());
        String name = displayName(received.fileName());
        ImportOrder order = ImportOrder.of(viewer, place, uploadId, name);
        String title = Messages.text(titleKey, name, place.name());
        return jobs.submit(
                new NewJob(kind, title, order.toJson(), viewer.name()),
                steps -> steps.addSteps(ImportJob.firstStep(order), 1, 1));
    }

    private long store(InputStream archive) throws IOException {
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
        for (byte[] chunk = archive.readNBytes(Uploads.CHUNK);
                chunk.length > 0;
                chunk = archive.readNBytes(Uploads.CHUNK)) {
            if (number == 0 && !looksLikeZip(chunk)) {
                throw new Refusal("import.upload.notZip");
            }
            size += chunk.length;
            if (size > MAX_SIZE) {
                throw new Refusal("import.upload.large", MAX_SIZE >> 30);
            }
            uploads.store(uploadId, number++, chunk);
        }
        if (size == 0) {
            throw new Refusal("import.upload.empty");
        }
    }

    /** A ZIP that contains a file begins with the bytes "PK", 3, 4. */
    private static boolean looksLikeZip(byte[] start) {
        return start.length > 3 && start[0] == 'P' && start[1] == 'K' && start[2] == 3 && start[3] == 4;
    }

    private static String displayName(String fileName) {
        String name = fileName.replaceAll(".*[/\\\\]", "")
                .replaceAll("\\p{Cntrl}", "")
                .strip();
        String shown = name.isEmpty() ? "archive.zip" : name;
        return shown.length() > 120 ? shown.substring(0, 119) + "…" : shown;
    }

    private record Received(ImportPlace place, String fileName, InputStream archive) {}
}
