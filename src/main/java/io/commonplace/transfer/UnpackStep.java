package io.commonplace.transfer;

import io.commonplace.attachments.Content;
import io.commonplace.database.Ids;
import io.commonplace.jobs.StepCommit;
import io.commonplace.jobs.StepRun;
import io.commonplace.platform.BestEffort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/** The first step of an import: reads the archive, stores its attachments, and plans the import. */
@ApplicationScoped
class UnpackStep {
    private static final int CANCEL_CHECK_INTERVAL = 100;

    @Inject
    private Uploads uploads;

    @Inject
    private Content content;

    @Inject
    private ImportStore store;

    @Inject
    private ImportQueries queries;

    @Inject
    private Ids ids;

    void run(StepRun step) {
        ImportOrder order = ImportOrder.of(step.payload());
        FileNotes notes = new FileNotes();
        try {
            Unpacked unpacked = unpack(step, order, notes);
            List<PlannedFile> planned = complete(ArchivePlan.of(unpacked, notes), order.spaceId());
            step.commit(0, commit -> write(commit, planned, notes));
            // The step is committed. If this fails, the end of the job deletes the rest of the archive.
            BestEffort.run("deleting an archive that was unpacked", () -> deleteUpload(order.uploadId()));
        } catch (ArchiveRefused e) {
            step.refuse(String.valueOf(e.getMessage()), notes::writeTo);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Unpacked unpack(StepRun step, ImportOrder order, FileNotes notes) throws ArchiveRefused, IOException {
        Path zip = uploads.toTemporaryFile(order.uploadId());
        Unpacked unpacked = new Unpacked();
        try (Archive archive = new Archive(zip, ImportLimits.STANDARD)) {
            archive.read(
                    file -> {
                        add(file, unpacked);
                        if (unpacked.size() % CANCEL_CHECK_INTERVAL == 0) {
                            step.stopIfCancelled();
                        }
                    },
                    notes);
        } finally {
            Files.deleteIfExists(zip);
        }
        if (unpacked.size() == 0) {
            throw new ArchiveRefused("import.archive.empty");
        }
        return unpacked;
    }

    private void add(ArchiveFile file, Unpacked unpacked) {
        if (file.isMarkdown()) {
            unpacked.texts().add(file);
        } else {
            String hash = Content.hash(file.bytes());
            content.store(hash, file.bytes());
            unpacked.files().add(new KeptFile(file.path(), hash, file.bytes().length));
        }
    }

    /** Deletes the archive, which is not needed any more. */
    private void deleteUpload(long uploadId) {
        int number = 0;
        while (uploads.deleteChunk(uploadId, number)) {
            number++;
        }
    }

    private List<PlannedFile> complete(ImportPlan plan, long spaceId) throws ArchiveRefused {
        List<KnownPage> known = queries.pages(spaceId);
        Map<String, Long> pageIds = known.stream().collect(Collectors.toMap(KnownPage::path, KnownPage::id));
        List<PlannedFile> planned = plan.complete(known, idOf(pageIds), idOf(queries.attachmentIds(spaceId)));
        if (planned.isEmpty()) {
            throw new ArchiveRefused("import.archive.empty");
        }
        return planned;
    }

    private ToLongFunction<String> idOf(Map<String, Long> known) {
        return path -> {
            Long id = known.get(path);
            return id == null ? ids.next() : id;
        };
    }

    private void write(StepCommit commit, List<PlannedFile> planned, FileNotes notes) {
        int number = 0;
        for (PlannedFile file : planned) {
            store.add(new ImportFile(commit.jobId(), number++, file));
        }
        notes.writeTo(commit);
        commit.expect(planned.size());
        commit.addSteps(ImportJob.STORE, planned.size(), ImportJob.STEP_SIZE);
    }
}
