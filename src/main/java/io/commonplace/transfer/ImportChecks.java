package io.commonplace.transfer;

import io.commonplace.database.Writes;
import io.commonplace.jobs.Jobs;
import io.commonplace.jobs.NewJob;
import io.commonplace.pages.SpaceHead;
import io.commonplace.pages.Spaces;
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
    private ImportPlaces places;

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
                && places.may(viewer, check.spaceId(), check.belowId());
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
        places.require(viewer, check.spaceId(), check.belowId());
        if (!uploads.exists(check.uploadId())) {
            throw new Refusal("import.check.expired");
        }
        SpaceHead space = spaces.get(viewer, check.spaceId());
        ImportOrder order = ImportOrder.of(viewer, space, check, gone);
        store.delete(jobId);
        String title = Messages.text("import.title", check.fileName(), placeOf(check, space));
        return jobs.submit(
                new NewJob(ImportJob.NAME, title, order.toJson(), viewer.name()),
                steps -> steps.addSteps(ImportJob.firstStep(order), 1, 1));
    }

    /** In words. A page that is gone by now fails the job, which says so. */
    String placeOf(ImportCheck check, SpaceHead space) {
        return queries.title(check.belowId())
                .map(title -> Messages.text("import.place.below", title, space.name()))
                .orElse(space.name());
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
