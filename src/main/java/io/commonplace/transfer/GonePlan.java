package io.commonplace.transfer;

import io.commonplace.jobs.StepCommit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the pages of a former import of the same files that the archive doesn't have any more. */
@ApplicationScoped
class GonePlan {
    private static final List<ImportedPage.Outcome> READ =
            List.of(ImportedPage.Outcome.CREATED, ImportedPage.Outcome.UPDATED, ImportedPage.Outcome.UNCHANGED);

    @Inject
    private ImportRunQueries queries;

    @Inject
    private ImportRunStore store;

    /** Lists them for the job. @return how many can go to the trash, those with all pages below them counted as one */
    int list(StepCommit commit, ImportOrder order) {
        Optional<Long> former = queries.former(commit.jobId(), order.spaceId());
        if (former.isEmpty()) {
            return 0;
        }
        Set<Long> planned = queries.planned(commit.jobId());
        SpaceTree tree = queries.tree(order.spaceId());
        TrashPlan trash = new TrashPlan(tree, commit);
        List<ImportedPage> gone = new ArrayList<>(queries.pages(former.get(), READ));
        // An import below a page says nothing about the rest of the space.
        gone.removeIf(page -> planned.contains(page.pageId()) || !tree.isBelow(page.pageId(), order.belowId()));
        gone.forEach(trash::add);
        List<TrashedRoot> roots = trash.roots(former.get());
        store.addRoots(roots);
        return roots.size();
    }
}
