package io.commonplace.transfer;

import io.commonplace.jobs.StepCommit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Writes the result of a step that packs pages. */
@ApplicationScoped
class ExportWrites {
    @Inject
    private ExportStore store;

    @Inject
    private ExportListStore list;

    void write(
            StepCommit commit, ExportOrder order, PartPacking.Packed packed, ExportTargets targets, FileNotes notes) {
        store.addPart(order.exportId(), packed.part(), packed.entries());
        targets.furtherFiles().forEach(file -> list.linked(order.exportId(), file));
        notes.writeTo(commit);
    }
}
