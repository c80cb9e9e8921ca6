package io.commonplace.transfer;

import io.commonplace.jobs.StepCommit;
import io.commonplace.jobs.StepRun;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The later steps of a check: each renders a few pages, and compares them and the files with the space. */
@ApplicationScoped
class CompareStep {
    @Inject
    private ImportStore store;

    @Inject
    private ImportQueries queries;

    @Inject
    private FileRendering rendering;

    @Inject
    private PageImporter pages;

    void run(StepRun step) {
        ImportOrder order = ImportOrder.of(step.payload());
        FileRendering.Files files = rendering.render(step, order);
        Map<String, String> hashes = queries.attachmentHashes(order.spaceId(), files.paths());
        step.commit(files.list().size(), commit -> write(commit, order, files, hashes));
    }

    private void write(StepCommit commit, ImportOrder order, FileRendering.Files files, Map<String, String> hashes) {
        PageImporter.Existing existing = pages.existing(order.spaceId(), files.list());
        Map<ImportFile.Outcome, List<Integer>> outcomes = new EnumMap<>(ImportFile.Outcome.class);
        for (ImportFile file : files.list()) {
            ImportFile.Outcome outcome = switch (file.kind()) {
                case PAGE, FOLDER ->
                    pages.foresee(
                            commit,
                            file,
                            Objects.requireNonNull(files.rendered().get(file)),
                            existing);
                case ALIAS -> ImportFile.Outcome.UNCHANGED;
                case FILE -> outcome(file, hashes.get(file.path()));
            };
            outcomes.computeIfAbsent(outcome, missing -> new ArrayList<>()).add(file.number());
        }
        store.outcomes(commit.jobId(), outcomes);
    }

    private static ImportFile.Outcome outcome(ImportFile file, @Nullable String known) {
        if (known == null) {
            return ImportFile.Outcome.CREATED;
        }
        return known.equals(file.hash()) ? ImportFile.Outcome.UNCHANGED : ImportFile.Outcome.UPDATED;
    }
}
