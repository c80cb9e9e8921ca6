package io.commonplace.transfer;

import io.commonplace.jobs.StepCommit;
import io.commonplace.jobs.StepRun;
import io.commonplace.pages.UnchangedPageStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** A step that brings pages back that an import has moved to the trash. */
@ApplicationScoped
class RestoreStep {
    @Inject
    private ImportRunQueries queries;

    @Inject
    private ImportRunStore store;

    @Inject
    private UnchangedPageStore pages;

    void run(StepRun step) {
        UndoOrder order = UndoOrder.of(step.payload());
        List<ImportedPage> trashed =
                queries.pages(order.importId(), ImportedPage.Outcome.TRASHED, step.firstItem(), step.lastItem());
        step.commit(
                trashed.size(),
                commit -> trashed.stream()
                        .filter(page -> !page.isUndone())
                        .forEach(page -> restore(commit, order, page)));
    }

    private void restore(StepCommit commit, UndoOrder order, ImportedPage page) {
        if (pages.restore(order.spaceId(), page.deletionId())) {
            store.undone(order.importId(), List.of(page.pageId()));
        } else {
            Stay.TAKEN.hint(commit, page.path());
        }
    }
}
