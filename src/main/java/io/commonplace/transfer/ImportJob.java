package io.commonplace.transfer;

import io.commonplace.jobs.Job;
import io.commonplace.jobs.JobKind;
import io.commonplace.jobs.JobLink;
import io.commonplace.jobs.StepCommit;
import io.commonplace.jobs.StepRun;
import io.commonplace.platform.Messages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/**
 * Imports an archive. One step unpacks and plans it; then steps on all clones store and render a few files each. A step
 * commits its files together with its own end, so each file is imported once, even if a step runs twice.
 */
@ApplicationScoped
public class ImportJob implements JobKind {
    static final String NAME = "import";
    static final String UNPACK = "unpack";

    /** A clone that doesn't know imports below a page must not put the pages at the top of the space. */
    static final String UNPACK_BELOW = "unpack-below";

    static final String FILES = "files";

    /** The name of {@link #FILES} in the former version, which didn't know where later plans have their texts. */
    private static final String FORMER_FILES = "store";

    /** Files per step: few enough that all clones get a share of a small archive, enough for batches. */
    static final int STEP_SIZE = 16;

    @Inject
    private UnpackStep unpackStep;

    @Inject
    private StoreFilesStep storeFilesStep;

    @Inject
    private ImportStore store;

    @Inject
    private GoneStep goneStep;

    @Inject
    private ImportEnd end;

    @Inject
    private OpenSpace openSpace;

    static String firstStep(ImportOrder order) {
        return order.belowId() == 0 ? UNPACK : UNPACK_BELOW;
    }

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
    public Optional<JobLink> next(Job job) {
        return Optional.of(new JobLink(Messages.text("import.undo.open"), "/import/undo?job=" + job.id()));
    }

    @Override
    public void run(StepRun step) {
        if (openSpace.refuses(step, ImportOrder.of(step.payload()).spaceId())) {
            return;
        }
        switch (step.name()) {
            case UNPACK, UNPACK_BELOW -> unpackStep.run(step);
            case FILES, FORMER_FILES -> storeFilesStep.run(step);
            case TrashStep.NAME -> goneStep.run(step);
            default -> throw new IllegalStateException("An import has no step " + step.name());
        }
    }

    @Override
    public void allStepsDone(StepCommit commit) {
        if (goneStep.addTo(commit)) {
            return;
        }
        ImportCounts pages = ImportCounts.of(store.count(commit.jobId(), ImportFile.PAGES));
        ImportCounts files = ImportCounts.of(store.count(commit.jobId(), List.of(ImportFile.Kind.FILE)));
        long gone = goneStep.count(commit);
        boolean nothing = pages.isWithoutChange() && files.isWithoutChange() && gone == 0;
        commit.finish(Messages.text(
                nothing ? "import.result.unchanged" : "import.result",
                pages.created(),
                pages.updated(),
                pages.unchanged(),
                files.created() + files.updated(),
                pages.failed() + files.failed(),
                gone));
    }

    @Override
    public void ended(StepCommit commit) {
        end.of(commit);
    }
}
