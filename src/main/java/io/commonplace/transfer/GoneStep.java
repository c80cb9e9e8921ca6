package io.commonplace.transfer;

import io.commonplace.jobs.StepCommit;
import io.commonplace.jobs.StepRun;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The end of an import: moves pages that are gone from the archive to the trash, if the person wants that. */
@ApplicationScoped
class GoneStep {
    @Inject
    private GonePlan plan;

    @Inject
    private TrashStep trashStep;

    @Inject
    private ImportRunStore store;

    /** Adds the steps, once. @return false if there is nothing to move, or it has been moved */
    boolean addTo(StepCommit commit) {
        ImportOrder order = ImportOrder.of(commit.payload());
        if (order.gone() == GonePages.KEEP || store.countRoots(commit.jobId()) > 0) {
            return false;
        }
        int roots = plan.list(commit, order);
        commit.addSteps(TrashStep.NAME, roots, TrashStep.STEP_SIZE);
        return roots > 0;
    }

    void run(StepRun step) {
        trashStep.runForImport(step);
    }

    /** How many went to the trash, those with all pages below them counted as one. */
    long count(StepCommit commit) {
        return store.count(commit.jobId()).getOrDefault(ImportedPage.Outcome.TRASHED, 0L);
    }

    void end(StepCommit commit, ImportOrder order) {
        store.deleteRoots(commit.jobId());
        store.end(commit.jobId(), order);
    }
}
