package io.commonplace.transfer;

import io.commonplace.jobs.StepCommit;
import io.commonplace.jobs.StepRun;
import io.commonplace.pages.Author;
import io.commonplace.pages.Deletion;
import io.commonplace.pages.UnchangedPageStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/** A step that moves pages to the trash, unless somebody has changed them since the planning. */
@ApplicationScoped
class TrashStep {
    static final String NAME = "trash";

    /** A root may have thousands of pages. */
    static final int STEP_SIZE = 1;

    @Inject
    private ImportRunQueries queries;

    @Inject
    private ImportRunStore store;

    @Inject
    private UnchangedPageStore pages;

    /** A page that is gone from the archive: a part of what the import does. */
    void runForImport(StepRun step) {
        long importId = step.jobId();
        run(
                step,
                ImportOrder.of(step.payload()).author(),
                (moved, ids) -> store.add(ImportedPage.trashed(
                        importId,
                        moved.root().number(),
                        moved.root(),
                        moved.deletion().id())));
    }

    /** A page that the import had made. */
    void runForUndo(StepRun step) {
        UndoOrder order = UndoOrder.of(step.payload());
        run(step, order.author(), (moved, ids) -> store.undone(order.importId(), ids));
    }

    private void run(StepRun step, Author author, BiConsumer<Moved, Set<Long>> moved) {
        List<TrashedRoot> roots = queries.roots(step.jobId(), step.firstItem(), step.lastItem());
        step.commit(roots.size(), commit -> roots.forEach(root -> move(commit, root, author, moved)));
    }

    private void move(StepCommit commit, TrashedRoot root, Author author, BiConsumer<Moved, Set<Long>> moved) {
        Set<Long> ids = new HashSet<>();
        Optional<Deletion> deletion = pages.delete(root.pageId(), author, subtree -> {
            ids.addAll(subtree);
            return store.revisions(root.importId(), subtree);
        });
        if (deletion.isEmpty()) {
            Stay.CHANGED.hint(commit, root.path());
        } else {
            moved.accept(new Moved(root, deletion.get()), ids);
        }
    }

    private record Moved(TrashedRoot root, Deletion deletion) {}
}
