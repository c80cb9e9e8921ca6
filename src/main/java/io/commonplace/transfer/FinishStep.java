package io.commonplace.transfer;

import io.commonplace.jobs.StepRun;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Objects;

/** The last step of an export: writes the archive's own list of its files. The archive is ready then. */
@ApplicationScoped
class FinishStep {
    @Inject
    private ExportQueries queries;

    @Inject
    private PartPacking packing;

    @Inject
    private ExportStore store;

    @Inject
    private Clock clock;

    void run(StepRun step) {
        long exportId = ExportOrder.of(step.payload()).exportId();
        List<ExportPart> parts = queries.parts(exportId);
        long listOffset = parts.stream().mapToLong(ExportPart::size).sum();
        ExportPart end = packing.store(ExportPart.Section.LIST, out -> writeList(step, parts, out));
        step.commit(0, commit -> {
            store.addPart(exportId, end, List.of());
            Objects.requireNonNull(store.find(exportId)).ready(listOffset + end.size(), clock.instant());
        });
    }

    private void writeList(StepRun step, List<ExportPart> parts, PieceOutput out) {
        long offset = 0;
        long count = 0;
        for (ExportPart part : parts) {
            step.stopIfCancelled();
            for (PackedEntry entry : queries.entries(part.id())) {
                byte[] listed = ZipRecords.listed(entry, offset);
                out.write(listed, 0, listed.length);
                count++;
            }
            offset += part.size();
        }
        byte[] end = ZipRecords.end(count, out.size(), offset);
        out.write(end, 0, end.length);
    }
}
