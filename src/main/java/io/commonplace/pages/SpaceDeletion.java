package io.commonplace.pages;

import io.commonplace.database.Writes;
import io.commonplace.jobs.Jobs;
import io.commonplace.jobs.NewJob;
import io.commonplace.platform.Messages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;

/** Submits the jobs that delete spaces permanently. */
@ApplicationScoped
class SpaceDeletion {
    @Inject
    private SpaceStore spaces;

    @Inject
    private SpaceDeletionStore store;

    @Inject
    private SpaceContents contents;

    @Inject
    private Jobs jobs;

    @Writes
    public List<Long> due(Instant limit) {
        return store.due(limit);
    }

    /** A job of the site itself, for a space whose days are over, unless somebody has restored it just now. */
    @Writes
    public void startDue(long spaceId, Instant limit) {
        spaces.lock(spaceId).filter(space -> store.due(limit).contains(spaceId)).ifPresent(space -> start(space, ""));
    }

    /** The caller has locked the space. @return the job's identifier */
    long start(Space space, String createdBy) {
        String title = Messages.text("space.deletion.title", space.name());
        int items = Math.toIntExact(contents.count(space.id()));
        long job = jobs.submit(new NewJob(DeleteSpaceJob.NAME, title, Long.toString(space.id()), createdBy), steps -> {
            steps.expect(items);
            steps.addSteps(DeleteSpaceJob.CONTENT, 1, 1);
        });
        space.deletePermanently(job);
        return job;
    }
}
