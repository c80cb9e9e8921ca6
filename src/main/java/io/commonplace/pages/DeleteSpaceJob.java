package io.commonplace.pages;

import io.commonplace.jobs.JobKind;
import io.commonplace.jobs.StepCommit;
import io.commonplace.jobs.StepRun;
import io.commonplace.platform.Messages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Deletes a space permanently. Each step deletes a few pages, files or other rows, so that no transaction is large; the last
 * one deletes the space. The bytes of its files go when the sweep finds that nothing refers to them.
 */
@ApplicationScoped
public class DeleteSpaceJob implements JobKind {
    static final String NAME = "delete-space";
    static final String CONTENT = "content";

    /** A page may have thousands of revisions. */
    private static final int BATCH = 50;

    @Inject
    private SpaceContents contents;

    @Inject
    private SpaceStore spaces;

    @Inject
    private SpaceDeletionStore store;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Lane lane() {
        return Lane.BULK;
    }

    @Override
    public void run(StepRun step) {
        long spaceId = Long.parseLong(step.payload());
        SpaceContents.Batch batch = contents.next(spaceId, BATCH);
        step.commit(batch.ids().size(), commit -> batch.deletion().run());
    }

    @Override
    public void allStepsDone(StepCommit commit) {
        long spaceId = Long.parseLong(commit.payload());
        if (contents.next(spaceId, 1).isEmpty()) {
            spaces.lock(spaceId).ifPresent(store::delete);
            commit.finish(Messages.text("space.deletion.result"));
        } else {
            commit.addSteps(CONTENT, 1, 1);
        }
    }
}
