package io.commonplace.transfer;

import io.commonplace.attachments.AttachmentStore;
import io.commonplace.jobs.StepCommit;
import io.commonplace.jobs.StepRun;
import io.commonplace.pages.LinkTargets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The later steps of an import: each stores a few files. Rendering is done before the transaction, to keep it short. */
@ApplicationScoped
class StoreFilesStep {
    @Inject
    private ImportStore store;

    @Inject
    private ImportQueries queries;

    @Inject
    private ImportTargets targets;

    @Inject
    private PageImporter pages;

    @Inject
    private AttachmentStore attachments;

    void run(StepRun step) {
        ImportOrder order = ImportOrder.of(step.payload());
        List<ImportFile> files = queries.files(step.jobId(), step.firstItem(), step.lastItem());
        LinkTargets links = targets.of(step.jobId(), order.spaceSlug());
        Map<Long, ImportQueries.LatestText> existing = queries.latestTexts(files.stream()
                .filter(ImportFile::isPage)
                .map(ImportFile::targetId)
                .toList());
        Map<ImportFile, PageImporter.Rendered> rendered = new HashMap<>();
        for (ImportFile file : files) {
            if (file.isPage()) {
                rendered.put(file, pages.render(file, existing.get(file.targetId()), links));
            }
        }
        step.commit(files.size(), commit -> write(commit, order, files, rendered, step.firstItem()));
    }

    private void write(
            StepCommit commit,
            ImportOrder order,
            List<ImportFile> files,
            Map<ImportFile, PageImporter.Rendered> rendered,
            int firstNumber) {
        PageImporter.Existing existingPages = pages.existing(order.spaceId(), files);
        Map<ImportFile.Outcome, List<Integer>> outcomes = new EnumMap<>(ImportFile.Outcome.class);
        int number = firstNumber;
        for (ImportFile file : files) {
            ImportFile.Outcome outcome = switch (file.kind()) {
                case PAGE, FOLDER ->
                    pages.store(commit, order, file, Objects.requireNonNull(rendered.get(file)), existingPages);
                case ALIAS -> pages.alias(order.spaceId(), file);
                case FILE -> put(order, file);
            };
            outcomes.computeIfAbsent(outcome, missing -> new ArrayList<>()).add(number++);
        }
        pages.dropRedirects(order.spaceId(), files);
        store.outcomes(commit.jobId(), outcomes);
    }

    private ImportFile.Outcome put(ImportOrder order, ImportFile file) {
        return ImportFile.Outcome.valueOf(attachments
                .put(file.targetId(), order.spaceId(), file.path(), file.parentId(), file.hash(), file.size())
                .name());
    }
}
