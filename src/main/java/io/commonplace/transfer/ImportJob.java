package io.commonplace.transfer;

import io.commonplace.jobs.JobKind;
import io.commonplace.jobs.StepCommit;
import io.commonplace.jobs.StepRun;
import io.commonplace.pages.PageStore;
import io.commonplace.pages.SpaceStore;
import io.commonplace.pages.StrayPageStore;
import io.commonplace.platform.Messages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;

/**
 * Imports an archive. One step unpacks and plans it; then steps on all clones store and render a few files each. A step
 * commits its files together with its own end, so each file is imported once, even if a step runs twice.
 */
@ApplicationScoped
public class ImportJob implements JobKind {
    static final String NAME = "import";
    static final String UNPACK = "unpack";
    static final String STORE = "store";

    /** Files per step: few enough that all clones get a share of a small archive, enough for batches. */
    static final int STEP_SIZE = 16;

    @Inject
    private UnpackStep unpackStep;

    @Inject
    private StoreFilesStep storeFilesStep;

    @Inject
    private ImportStore store;

    @Inject
    private Uploads uploads;

    @Inject
    private SpaceStore spaces;

    @Inject
    private PageStore pages;

    @Inject
    private StrayPageStore strayPages;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Lane lane() {
        return Lane.BULK;
    }

    @Override
    public String href(String payload) {
        return "/s/" + ImportOrder.of(payload).spaceSlug();
    }

    @Override
    public void run(StepRun step) {
        switch (step.name()) {
            case UNPACK -> unpackStep.run(step);
            case STORE -> storeFilesStep.run(step);
            default -> throw new IllegalStateException("An import has no step " + step.name());
        }
    }

    @Override
    public void allStepsDone(StepCommit commit) {
        Map<ImportFile.Outcome, Long> pages =
                store.count(commit.jobId(), List.of(ImportFile.Kind.PAGE, ImportFile.Kind.FOLDER));
        Map<ImportFile.Outcome, Long> files = store.count(commit.jobId(), List.of(ImportFile.Kind.FILE));
        boolean nothing = changes(pages) + changes(files) == 0;
        commit.finish(Messages.text(
                nothing ? "import.result.unchanged" : "import.result",
                pages.getOrDefault(ImportFile.Outcome.CREATED, 0L),
                pages.getOrDefault(ImportFile.Outcome.UPDATED, 0L),
                pages.getOrDefault(ImportFile.Outcome.UNCHANGED, 0L),
                files.getOrDefault(ImportFile.Outcome.CREATED, 0L) + files.getOrDefault(ImportFile.Outcome.UPDATED, 0L),
                pages.getOrDefault(ImportFile.Outcome.FAILED, 0L) + files.getOrDefault(ImportFile.Outcome.FAILED, 0L)));
    }

    @Override
    public void ended(StepCommit commit) {
        ImportOrder order = ImportOrder.of(commit.payload());
        spaces.treeChanged(order.spaceId());
        strayPages.moveToTop(order.spaceId());
        // Their links were resolved by the plan: some of its files may have failed, and other pages may have come or
        // gone.
        pages.checkLinks(store.pages(commit.jobId()));
        uploads.delete(order.uploadId());
        store.delete(commit.jobId());
    }

    private static long changes(Map<ImportFile.Outcome, Long> counts) {
        return counts.getOrDefault(ImportFile.Outcome.CREATED, 0L)
                + counts.getOrDefault(ImportFile.Outcome.UPDATED, 0L)
                + counts.getOrDefault(ImportFile.Outcome.FAILED, 0L);
    }
}
