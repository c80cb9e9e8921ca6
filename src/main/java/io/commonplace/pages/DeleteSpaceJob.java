package io.commonplace.pages;

import io.commonplace.jobs.JobKind;
import io.commonplace.jobs.StepCommit;
import io.commonplace.jobs.StepRun;
import io.commonplace.platform.Messages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;

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
    @Any
    private Instance<SpaceContent> contents;

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
        for (SpaceContent content : contents) {
            List<Long> ids = content.next(spaceId, BATCH);
            if (!ids.isEmpty()) {
                step.commit(ids.size(), commit -> content.delete(spaceId, ids));
                return;
            }
        }
        step.commit(0, commit -> {});
    }

    @Override
    public void allStepsDone(StepCommit commit) {
        long spaceId = Long.parseLong(commit.payload());
        boolean isEmpty =
                contents.stream().allMatch(content -> content.next(spaceId, 1).isEmpty());
        if (isEmpty) {
            spaces.lock(spaceId).ifPresent(store::delete);
            commit.finish(Messages.text("space.deletion.result"));
        } else {
            commit.addSteps(CONTENT, 1, 1);
        }
    }
}
