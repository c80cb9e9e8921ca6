package io.commonplace.transfer;

import io.commonplace.jobs.StepCommit;
import io.commonplace.jobs.StepRun;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;

/** The first step of taking an import back: decides what goes to the trash, and counts the rest. */
@ApplicationScoped
class UndoPlanStep {
    private static final int REVERT_SIZE = 16;

    @Inject
    private ImportRunQueries queries;

    @Inject
    private ImportRunStore store;

    void run(StepRun step) {
        UndoOrder order = UndoOrder.of(step.payload());
        SpaceTree tree = queries.tree(order.spaceId());
        List<ImportedPage> created = queries.pages(order.importId(), List.of(ImportedPage.Outcome.CREATED));
        step.commit(0, commit -> {
            TrashPlan trash = new TrashPlan(tree, commit);
            created.forEach(trash::add);
            List<TrashedRoot> roots = trash.roots(order.importId());
            store.addRoots(roots);
            addSteps(commit, order, roots.size());
        });
    }

    /** Steps count all pages of an outcome, so that their ranges stay valid while some of them are taken back. */
    private void addSteps(StepCommit commit, UndoOrder order, int roots) {
        Map<ImportedPage.Outcome, Long> open = store.count(order.importId());
        int updated = open.getOrDefault(ImportedPage.Outcome.UPDATED, 0L).intValue();
        int trashed = open.getOrDefault(ImportedPage.Outcome.TRASHED, 0L).intValue();
        commit.expect(roots + updated + trashed);
        commit.addSteps(TrashStep.NAME, roots, TrashStep.STEP_SIZE);
        commit.addSteps(UndoJob.REVERT, updated, REVERT_SIZE);
        commit.addSteps(UndoJob.RESTORE, trashed, TrashStep.STEP_SIZE);
    }
}
