package io.commonplace.transfer;

import io.commonplace.jobs.JobKind;
import io.commonplace.jobs.StepCommit;
import io.commonplace.jobs.StepRun;
import io.commonplace.pages.SpaceStore;
import io.commonplace.platform.Messages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;

/**
 * Takes an import back: pages that it made go to the trash, pages that it changed get the text before as a new revision, and
 * pages that it moved to the trash come back. A page that somebody has changed since stays, and the report names it.
 */
@ApplicationScoped
public class UndoJob implements JobKind {
    static final String NAME = "undo-import";
    static final String PLAN = "plan";
    static final String REVERT = "revert";
    static final String RESTORE = "restore";

    @Inject
    private UndoPlanStep planStep;

    @Inject
    private TrashStep trashStep;

    @Inject
    private RevertStep revertStep;

    @Inject
    private RestoreStep restoreStep;

    @Inject
    private ImportRunStore store;

    @Inject
    private OpenSpace openSpace;

    @Inject
    private SpaceStore spaces;

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
        return "/s/" + UndoOrder.of(payload).spaceSlug();
    }

    @Override
    public void run(StepRun step) {
        if (openSpace.refuses(step, UndoOrder.of(step.payload()).spaceId())) {
            return;
        }
        switch (step.name()) {
            case PLAN -> planStep.run(step);
            case TrashStep.NAME -> trashStep.runForUndo(step);
            case REVERT -> revertStep.run(step);
            case RESTORE -> restoreStep.run(step);
            default -> throw new IllegalStateException("Taking an import back has no step " + step.name());
        }
    }

    @Override
    public void allStepsDone(StepCommit commit) {
        long importId = UndoOrder.of(commit.payload()).importId();
        Map<ImportedPage.Outcome, Long> undone = store.count(importId, true);
        Map<ImportedPage.Outcome, Long> open = store.count(importId, false);
        commit.finish(Messages.text(
                "import.undo.result",
                undone.getOrDefault(ImportedPage.Outcome.CREATED, 0L),
                undone.getOrDefault(ImportedPage.Outcome.UPDATED, 0L),
                undone.getOrDefault(ImportedPage.Outcome.TRASHED, 0L),
                open.getOrDefault(ImportedPage.Outcome.CREATED, 0L)
                        + open.getOrDefault(ImportedPage.Outcome.UPDATED, 0L)
                        + open.getOrDefault(ImportedPage.Outcome.TRASHED, 0L)));
    }

    @Override
    public void ended(StepCommit commit) {
        spaces.treeChanged(UndoOrder.of(commit.payload()).spaceId());
        store.deleteRoots(commit.jobId());
    }
}
