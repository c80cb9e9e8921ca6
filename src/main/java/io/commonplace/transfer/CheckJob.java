package io.commonplace.transfer;

import io.commonplace.jobs.Job;
import io.commonplace.jobs.JobKind;
import io.commonplace.jobs.JobLink;
import io.commonplace.jobs.JobState;
import io.commonplace.jobs.StepCommit;
import io.commonplace.jobs.StepRun;
import io.commonplace.platform.Messages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/**
 * Tries an import without changing a page: the same planning and rendering, then a comparison with the pages of the space.
 * Its plan and the archive stay for whoever wants to go on with it ({@link ImportChecks}).
 */
@ApplicationScoped
public class CheckJob implements JobKind {
    static final String NAME = "import-check";
    static final String COMPARE = "compare";

    @Inject
    private LookStep lookStep;

    @Inject
    private CompareStep compareStep;

    @Inject
    private GonePlan gone;

    @Inject
    private ImportStore store;

    @Inject
    private ImportCheckStore checks;

    @Inject
    private OpenSpace openSpace;

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
        return job.state() == JobState.DONE
                ? Optional.of(new JobLink(Messages.text("import.check.open"), "/import/check?job=" + job.id()))
                : Optional.empty();
    }

    @Override
    public void run(StepRun step) {
        if (openSpace.refuses(step, ImportOrder.of(step.payload()).spaceId())) {
            return;
        }
        switch (step.name()) {
            case ImportJob.UNPACK, ImportJob.UNPACK_BELOW -> lookStep.run(step);
            case COMPARE -> compareStep.run(step);
            default -> throw new IllegalStateException("The check of an import has no step " + step.name());
        }
    }

    @Override
    public void allStepsDone(StepCommit commit) {
        int trees = gone.list(commit, ImportOrder.of(commit.payload()));
        checks.find(commit.jobId()).ifPresent(ImportCheck::ready);
        ImportCounts pages = ImportCounts.of(store.count(commit.jobId(), ImportFile.PAGES));
        ImportCounts files = ImportCounts.of(store.count(commit.jobId(), List.of(ImportFile.Kind.FILE)));
        commit.finish(Messages.text(
                "import.check.result",
                pages.created(),
                pages.updated(),
                pages.unchanged(),
                files.created() + files.updated(),
                pages.failed() + files.failed(),
                trees));
    }

    /** A check that has failed or was cancelled leaves only its archive behind, which the sweep deletes. */
    @Override
    public void ended(StepCommit commit) {
        if (checks.find(commit.jobId()).filter(ImportCheck::isReady).isEmpty()) {
            checks.delete(commit.jobId());
        }
    }
}
