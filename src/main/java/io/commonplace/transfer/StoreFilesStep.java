package io.commonplace.transfer;

import io.commonplace.attachments.AttachmentStore;
import io.commonplace.attachments.FileContent;
import io.commonplace.attachments.NewFile;
import io.commonplace.jobs.StepCommit;
import io.commonplace.jobs.StepRun;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The later steps of an import: each stores a few files. Rendering is done before the transaction, to keep it short. */
@ApplicationScoped
class StoreFilesStep {
    @Inject
    private ImportStore store;

    @Inject
    private FileRendering rendering;

    @Inject
    private PageImporter pages;

    @Inject
    private AttachmentStore attachments;

    void run(StepRun step) {
        ImportOrder order = ImportOrder.of(step.payload());
        FileRendering.Files files = rendering.render(step, order);
        step.commit(files.list().size(), commit -> write(commit, order, files));
    }

    private void write(StepCommit commit, ImportOrder order, FileRendering.Files files) {
        PageImporter.Existing existingPages = pages.existing(order.spaceId(), files.list());
        Map<ImportFile.Outcome, List<Integer>> outcomes = new EnumMap<>(ImportFile.Outcome.class);
        for (ImportFile file : files.list()) {
            ImportFile.Outcome outcome = switch (file.kind()) {
                case PAGE, FOLDER ->
                    pages.store(
                            commit,
                            order,
                            file,
                            Objects.requireNonNull(files.rendered().get(file)),
                            existingPages);
                case ALIAS -> pages.alias(order.spaceId(), file);
                case FILE -> put(order, file);
            };
            outcomes.computeIfAbsent(outcome, missing -> new ArrayList<>()).add(file.number());
        }
        pages.dropRedirects(order.spaceId(), files.list());
        store.outcomes(commit.jobId(), outcomes);
    }

    private ImportFile.Outcome put(ImportOrder order, ImportFile file) {
        NewFile place = new NewFile(file.targetId(), order.spaceId(), file.path(), file.parentId());
        FileContent content = new FileContent(file.hash(), file.size());
        return ImportFile.Outcome.valueOf(
                attachments.put(place, content, order.author()).name());
    }
}
