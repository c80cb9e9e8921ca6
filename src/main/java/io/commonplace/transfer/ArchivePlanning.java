package io.commonplace.transfer;

import io.commonplace.attachments.Content;
import io.commonplace.database.Ids;
import io.commonplace.jobs.StepRun;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/** Reads an uploaded archive and plans its import into a space. */
@ApplicationScoped
class ArchivePlanning {
    private static final int CANCEL_CHECK_INTERVAL = 100;

    @Inject
    private Uploads uploads;

    @Inject
    private Content content;

    @Inject
    private ImportQueries queries;

    @Inject
    private Ids ids;

    /** Plans, and stores the bytes of all files that are not pages. */
    Planned store(StepRun step, FileNotes notes) throws ArchiveRefused, IOException {
        return plan(step, notes, file -> content.store(Content.hash(file.bytes()), file.bytes()));
    }

    /** Plans, and stores nothing. */
    Planned look(StepRun step, FileNotes notes) throws ArchiveRefused, IOException {
        return plan(step, notes, file -> {});
    }

    private Planned plan(StepRun step, FileNotes notes, Consumer<ArchiveFile> files)
            throws ArchiveRefused, IOException {
        ImportOrder order = ImportOrder.of(step.payload());
        Unpacked unpacked = new Unpacked();
        Path zip = uploads.toTemporaryFile(order.uploadId());
        try (Archive archive = new Archive(zip, ImportLimits.STANDARD)) {
            archive.read(
                    file -> {
                        add(file, unpacked, files);
                        if (unpacked.size() % CANCEL_CHECK_INTERVAL == 0) {
                            step.stopIfCancelled();
                        }
                    },
                    notes);
            if (unpacked.size() == 0) {
                throw new ArchiveRefused("import.archive.empty");
            }
            ImportPlan plan = ArchivePlan.of(unpacked, notes);
            List<PlannedFile> planned = complete(plan, order.spaceId());
            return new Planned(planned, plan.isOfExport() ? ArchiveDialect.COMMONPLACE : archive.dialect());
        } finally {
            Files.deleteIfExists(zip);
        }
    }

    private static void add(ArchiveFile file, Unpacked unpacked, Consumer<ArchiveFile> files) {
        if (file.isMarkdown()) {
            unpacked.texts().add(file);
        } else {
            files.accept(file);
            unpacked.files().add(new KeptFile(file.path(), Content.hash(file.bytes()), file.bytes().length));
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

    record Planned(List<PlannedFile> files, ArchiveDialect dialect) {}
}
