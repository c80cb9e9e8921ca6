package io.commonplace.transfer;

import io.commonplace.jobs.StepRun;
import io.commonplace.pages.LinkTargets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reads the files of a step and renders its pages, before the transaction, to keep that short. */
@ApplicationScoped
class FileRendering {
    @Inject
    private ImportQueries queries;

    @Inject
    private ImportTexts texts;

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
        Map<String, String> planned = texts.texts(step.jobId(), hashes(files));
        Map<ImportFile, PageImporter.Rendered> rendered = new HashMap<>();
        for (ImportFile file : files) {
            if (file.isPage()) {
                PageImporter.Source source = new PageImporter.Source(file, text(file, planned));
                rendered.put(file, pages.render(source, existing.get(file.targetId()), links));
            }
        }
        return new Files(files, rendered);
    }

    private static List<String> hashes(List<ImportFile> files) {
        return files.stream()
                .filter(file -> file.kind() == ImportFile.Kind.PAGE && file.text() == null)
                .map(ImportFile::hash)
                .distinct()
                .toList();
    }

    private static String text(ImportFile file, Map<String, String> planned) {
        if (file.kind() == ImportFile.Kind.FOLDER) {
            return "";
        }
        String own = file.text();
        return own != null
                ? own
                : Objects.requireNonNull(planned.get(file.hash()), "The text of " + file.sourcePath() + " is missing");
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
