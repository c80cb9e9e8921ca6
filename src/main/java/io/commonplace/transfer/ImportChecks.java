package io.commonplace.transfer;

import io.commonplace.database.Writes;
import io.commonplace.jobs.Jobs;
import io.commonplace.jobs.NewJob;
import io.commonplace.pages.SpaceHead;
import io.commonplace.pages.Spaces;
import io.commonplace.people.Access;
import io.commonplace.people.SpaceLevel;
import io.commonplace.people.Viewer;
import io.commonplace.platform.Messages;
import io.commonplace.platform.NotFound;
import io.commonplace.platform.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;

/** Imports what was checked, with the archive that is kept since, or forgets it. */
@ApplicationScoped
public class ImportChecks {
    @Inject
    private ImportCheckStore store;

    @Inject
    private ImportCheckQueries queries;

    @Inject
    private Spaces spaces;

    @Inject
    private Access access;

    @Inject
    private Uploads uploads;

    @Inject
    private Jobs jobs;

    /** @throws NotFound if there is no such check, it is over, or it is somebody else's */
    public ImportCheck get(Viewer viewer, long jobId) {
        return queries.find(jobId)
                .filter(check -> isOf(viewer, check))
                .orElseThrow(() -> new NotFound("import.check.notFound"));
    }

    private boolean isOf(Viewer viewer, ImportCheck check) {
        return check.isReady()
                && check.personId() == viewer.id()
                && access.may(viewer, SpaceLevel.ADMINISTER, check.spaceId());
    }

    /**
     * Submits the import of what was checked. It plans again, because the space may have changed.
     *
     * @return the job's identifier
     * @throws NotFound as {@link #get} does, also if somebody has imported or discarded it
     * @throws Refusal if the archive is not kept any more
     */
    @Writes
    public long start(Viewer viewer, long jobId, GonePages gone) {
        ImportCheck check = lock(viewer, jobId);
        access.require(viewer, SpaceLevel.EDIT, check.spaceId());
        if (!uploads.exists(check.uploadId())) {
            throw new Refusal("import.check.expired");
        }
        SpaceHead space = spaces.get(viewer, check.spaceId());
        ImportOrder order = new ImportOrder(
                space.id(), space.slug(), check.uploadId(), check.fileName(), viewer.id(), viewer.displayName(), gone);
        store.delete(jobId);
        String title = Messages.text("import.title", check.fileName(), space.name());
        return jobs.submit(
                new NewJob(ImportJob.NAME, title, order.toJson(), viewer.name()),
                steps -> steps.addSteps(ImportJob.UNPACK, 1, 1));
    }

    /**
     * Forgets the check.
     *
     * @return the archive, which nobody needs any more
     * @throws NotFound as {@link #get} does
     */
    @Writes
    public long forget(Viewer viewer, long jobId) {
        long uploadId = lock(viewer, jobId).uploadId();
        store.delete(jobId);
        return uploadId;
    }

    private ImportCheck lock(Viewer viewer, long jobId) {
        return store.lock(jobId)
                .filter(check -> isOf(viewer, check))
                .orElseThrow(() -> new NotFound("import.check.notFound"));
    }

    /** Checks that nobody has gone on with. Their archives are abandoned uploads then. */
    @Writes
    public List<Long> madeBefore(Instant limit, int max) {
        return store.madeBefore(limit, max);
    }

    @Writes
    public void expire(long jobId) {
        store.delete(jobId);
    }
}
