package io.commonplace.transfer;

import io.commonplace.attachments.AttachmentHead;
import io.commonplace.attachments.Attachments;
import io.commonplace.jobs.StepRun;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/** The steps of an export that pack a few files each. */
@ApplicationScoped
class PackFilesStep {
    @Inject
    private ExportQueries queries;

    @Inject
    private PartPacking packing;

    @Inject
    private Attachments attachments;

    @Inject
    private ExportStore store;

    void run(StepRun step) {
        long exportId = ExportOrder.of(step.payload()).exportId();
        List<ExportFile> files = queries.files(exportId, ExportFile.Kind.FILE, step.firstItem(), step.lastItem());
        Instant listedAt = queries.listedAt(exportId);
        FileNotes notes = new FileNotes();
        PartPacking.Packed packed = packing.pack(
                ExportPart.Section.FILES, step.firstItem(), zip -> addAll(step, files, listedAt, zip, notes));
        step.commit(files.size(), commit -> {
            store.addPart(exportId, packed.part(), packed.entries());
            notes.writeTo(commit);
        });
    }

    private int addAll(StepRun step, List<ExportFile> files, Instant listedAt, ZipPart zip, FileNotes notes)
            throws IOException {
        int added = 0;
        for (ExportFile file : files) {
            step.stopIfCancelled();
            if (attachments.exists(file.hash())) {
                AttachmentHead content = head(file);
                zip.add(file.name(), listedAt, out -> attachments.copy(content, out));
                added++;
            } else {
                notes.problem(file.path(), "export.file.gone");
            }
        }
        return added;
    }

    private static AttachmentHead head(ExportFile file) {
        String name = file.path().substring(file.path().lastIndexOf('/') + 1);
        return new AttachmentHead(file.targetId(), file.spaceId(), file.path(), name, "", file.size(), file.hash());
    }
}
