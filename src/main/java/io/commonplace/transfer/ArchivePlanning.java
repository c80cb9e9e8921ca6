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

/**
 * Reads an uploaded archive and plans its import into a space. Its memory grows with the number of names, not with the size of
 * the texts: these are stored while the archive is read.
 */
@ApplicationScoped
class ArchivePlanning {
    private static final int CANCEL_CHECK_INTERVAL = 100;

    @Inject
    private Uploads uploads;

    @Inject
    private Content content;

    @Inject
    private ImportTexts texts;

    @Inject
    private ImportQueries queries;

    @Inject
    private ImportLimitSettings settings;

    @Inject
    private Ids ids;

    /** Plans, and stores the texts of the pages and the bytes of all other files. */
    Planned store(StepRun step, FileNotes notes) throws ArchiveRefused, IOException {
        return plan(step, notes, file -> content.store(Content.hash(file.bytes()), file.bytes()));
    }

    /** Plans, and stores only the texts of the pages. */
    Planned look(StepRun step, FileNotes notes) throws ArchiveRefused, IOException {
        return plan(step, notes, file -> {});
    }

    private Planned plan(StepRun step, FileNotes notes, Consumer<ArchiveFile> files)
            throws ArchiveRefused, IOException {
        ImportOrder order = ImportOrder.of(step.payload());
        ArchiveReader reader = new ArchiveReader(batch -> texts.store(step.jobId(), batch), files, notes);
        // The archive's list of names is no longer in memory when the plan is made.
        ArchiveDialect dialect = read(step, order.uploadId(), reader, notes);
        if (reader.size() == 0) {
            throw new ArchiveRefused("import.archive.empty");
        }
        List<KnownPage> known = queries.pages(order.spaceId());
        ImportPlan plan = ArchivePlan.of(reader.end(), settings.limits().planned(), notes, below(order, known));
        List<PlannedFile> planned = complete(plan, known, order.spaceId());
        return new Planned(planned, plan.isOfExport() ? ArchiveDialect.COMMONPLACE : dialect);
    }

    private ArchiveDialect read(StepRun step, long uploadId, ArchiveReader reader, FileNotes notes)
            throws ArchiveRefused, IOException {
        Path zip = uploads.toTemporaryFile(uploadId);
        try (Archive archive = new Archive(zip, settings.limits())) {
            archive.read(
                    file -> {
                        reader.add(file);
                        if (reader.size() % CANCEL_CHECK_INTERVAL == 0) {
                            step.stopIfCancelled();
                        }
                    },
                    notes);
            return archive.dialect();
        } finally {
            Files.deleteIfExists(zip);
        }
    }

    /** The path of the page below which the pages come, where it is now; empty for the top of the space. */
    private static String below(ImportOrder order, List<KnownPage> known) throws ArchiveRefused {
        if (order.belowId() == 0) {
            return "";
        }
        return known.stream()
                .filter(page -> page.id() == order.belowId())
                .map(KnownPage::path)
                .findFirst()
                .orElseThrow(() -> new ArchiveRefused("import.below.gone"));
    }

    private List<PlannedFile> complete(ImportPlan plan, List<KnownPage> known, long spaceId) throws ArchiveRefused {
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
