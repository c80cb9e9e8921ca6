package io.commonplace.transfer;

import io.commonplace.jobs.StepCommit;
import io.commonplace.jobs.StepRun;
import io.commonplace.platform.BestEffort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** The first step of an import: reads the archive, stores its attachments, and plans the import. */
@ApplicationScoped
class UnpackStep {
    @Inject
    private ArchivePlanning planning;

    @Inject
    private UploadDeletion deletion;

    @Inject
    private ImportStore store;

    void run(StepRun step) {
        FileNotes notes = new FileNotes();
        try {
            List<PlannedFile> planned = planning.store(step, notes).files();
            step.commit(0, commit -> write(commit, planned, notes));
            // The step is committed. If this fails, the end of the job deletes the rest of the archive.
            long uploadId = ImportOrder.of(step.payload()).uploadId();
            BestEffort.run("deleting an archive that was unpacked", () -> deletion.delete(uploadId));
        } catch (ArchiveRefused e) {
            step.refuse(String.valueOf(e.getMessage()), notes::writeTo);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(StepCommit commit, List<PlannedFile> planned, FileNotes notes) {
        store.addAll(commit.jobId(), planned);
        notes.writeTo(commit);
        commit.expect(planned.size());
        commit.addSteps(ImportJob.FILES, planned.size(), ImportJob.STEP_SIZE);
    }
}
