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
import java.util.Map;

/** Takes imports back. */
@ApplicationScoped
public class ImportUndo {
    @Inject
    private ImportUndoQueries queries;

    @Inject
    private Spaces spaces;

    @Inject
    private Access access;

    @Inject
    private ImportPlaces places;

    @Inject
    private Jobs jobs;

    /**
     * What could be taken back.
     *
     * @throws NotFound if there is no such import, it has changed nothing, or the viewer may not view its space
     */
    public Offer offer(Viewer viewer, long importId) {
        ImportRun run = run(viewer, importId);
        Map<ImportedPage.Outcome, Long> open = queries.open(importId);
        return new Offer(
                run,
                spaces.get(viewer, run.spaceId()),
                open.getOrDefault(ImportedPage.Outcome.CREATED, 0L),
                open.getOrDefault(ImportedPage.Outcome.UPDATED, 0L),
                open.getOrDefault(ImportedPage.Outcome.TRASHED, 0L));
    }

    /**
     * Submits the job that takes the import back.
     *
     * @return the job's identifier
     * @throws NotFound as {@link #offer} does
     * @throws Refusal if nothing is left to take back
     */
    @Writes
    public long start(Viewer viewer, long importId) {
        Offer offer = offer(viewer, importId);
        if (offer.isEmpty()) {
            throw new Refusal("import.undo.nothing");
        }
        SpaceHead space = offer.space();
        UndoOrder order = new UndoOrder(importId, space.id(), space.slug(), viewer.id(), viewer.displayName());
        String title = Messages.text("import.undo.title", offer.run().fileName(), space.name());
        return jobs.submit(
                new NewJob(UndoJob.NAME, title, order.toJson(), viewer.name()),
                steps -> steps.addSteps(UndoJob.PLAN, 1, 1));
    }

    private ImportRun run(Viewer viewer, long importId) {
        ImportRun run = queries.find(importId)
                .filter(found -> access.may(viewer, SpaceLevel.VIEW, found.spaceId()))
                .orElseThrow(() -> new NotFound("import.undo.notFound"));
        places.require(viewer, run.spaceId(), run.belowId());
        return run;
    }

    /**
     * What can be taken back.
     *
     * @param created pages that go to the trash
     * @param updated pages that get the text before
     * @param trashed pages that come back from the trash
     */
    public record Offer(ImportRun run, SpaceHead space, long created, long updated, long trashed) {
        public boolean isEmpty() {
            return created + updated + trashed == 0;
        }
    }
}
