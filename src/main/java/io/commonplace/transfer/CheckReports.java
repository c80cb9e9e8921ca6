package io.commonplace.transfer;

import io.commonplace.jobs.JobQueries;
import io.commonplace.pages.SpaceHead;
import io.commonplace.pages.Spaces;
import io.commonplace.people.Rights;
import io.commonplace.people.Viewer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Puts together what an import would do, for its page. */
@ApplicationScoped
public class CheckReports {
    private static final int MAX_PAGES = 300;
    private static final int MAX_GONE = 50;

    @Inject
    private ImportChecks checks;

    @Inject
    private ImportCheckQueries queries;

    @Inject
    private JobQueries jobs;

    @Inject
    private Spaces spaces;

    @Inject
    private Rights rights;

    @Inject
    private ImportPlaces places;

    /** @throws io.commonplace.platform.NotFound as {@link ImportChecks#get} does */
    public CheckReport of(Viewer viewer, long jobId) {
        ImportCheck check = checks.get(viewer, jobId);
        SpaceHead space = spaces.get(viewer, check.spaceId());
        ImportCounts pages = queries.pages(jobId);
        return new CheckReport(
                check,
                space,
                pages,
                queries.files(jobId),
                queries.tree(jobId, MAX_PAGES),
                Math.max(0, pages.all() - MAX_PAGES),
                queries.gone(jobId, MAX_GONE),
                queries.goneCount(jobId),
                jobs.noteKinds(jobId),
                rights.readers(viewer, space.slug()),
                checks.placeOf(check, space),
                places.mayAtTop(viewer, space));
    }
}
