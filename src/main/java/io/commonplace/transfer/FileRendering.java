package io.commonplace.transfer;

import io.commonplace.jobs.StepRun;
import io.commonplace.pages.LinkTargets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the files of a step and renders its pages, before the transaction, to keep that short. */
@ApplicationScoped
class FileRendering {
    @Inject
    private ImportQueries queries;

    @Inject
    private ImportTargets targets;

    @Inject
    private PageImporter pages;

    Files render(StepRun step, ImportOrder order) {
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
        return new Files(files, rendered);
    }

    record Files(List<ImportFile> list, Map<ImportFile, PageImporter.Rendered> rendered) {
        /** The paths of the files that are not pages. */
        List<String> paths() {
            return list.stream()
                    .filter(file -> file.kind() == ImportFile.Kind.FILE)
                    .map(ImportFile::path)
                    .toList();
        }
    }
}
