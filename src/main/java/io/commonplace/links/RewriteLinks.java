package io.commonplace.links;

import io.commonplace.jobs.JobKind;
import io.commonplace.jobs.Jobs;
import io.commonplace.jobs.NewJob;
import io.commonplace.jobs.StepCommit;
import io.commonplace.jobs.StepRun;
import io.commonplace.pages.PagePath;
import io.commonplace.pages.PageRetitled;
import io.commonplace.pages.PagesMoved;
import io.commonplace.people.Viewer;
import io.commonplace.platform.Messages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/**
 * After a move, rewrites the links of all pages that would otherwise lead to the old addresses. These go on redirecting, so
 * the links lead to the right pages meanwhile, too. After a change of a title, rewrites wiki links by the old one.
 */
@ApplicationScoped
public class RewriteLinks implements JobKind {
    static final String NAME = "rewrite-links";
    static final String LIST = "list";
    static final String REWRITE = "rewrite";

    /** Pages per step: a page takes some milliseconds, and up to two seconds. */
    static final int STEP_SIZE = 8;

    @Inject
    private Jobs jobs;

    @Inject
    private RewriteStore store;

    @Inject
    private RewriteStep rewriteStep;

    /** In the transaction of the move. */
    void moved(@Observes PagesMoved move) {
        RewriteOrder order = RewriteOrder.of(move);
        if (store.isAny(order)) {
            submit(order, move.by());
        }
    }

    /** In the transaction of the save. */
    void retitled(@Observes PageRetitled change) {
        if (!change.isFoundByAddress() && store.isAny(change)) {
            submit(RewriteOrder.of(change), change.by());
        }
    }

    private void submit(RewriteOrder order, Viewer by) {
        String title = Messages.text("links.rewrite.title", order.title());
        var unused =
                jobs.submit(new NewJob(NAME, title, order.toJson(), by.name()), steps -> steps.addSteps(LIST, 1, 1));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Lane lane() {
        return Lane.BULK;
    }

    @Override
    public String href(String payload) {
        RewriteOrder order = RewriteOrder.of(payload);
        return "/s/" + order.spaceSlug() + "/" + PagePath.encode(order.to());
    }

    @Override
    public void run(StepRun step) {
        switch (step.name()) {
            case LIST -> step.commit(0, this::list);
            case REWRITE -> rewriteStep.run(step);
            default -> throw new IllegalStateException("Rewriting links has no step " + step.name());
        }
    }

    private void list(StepCommit commit) {
        int pages = store.list(commit.jobId(), RewriteOrder.of(commit.payload()));
        commit.expect(pages);
        commit.addSteps(REWRITE, pages, STEP_SIZE);
    }

    @Override
    public void allStepsDone(StepCommit commit) {
        commit.finish(Messages.text("links.rewrite.result", store.countRewritten(commit.jobId())));
    }

    @Override
    public void ended(StepCommit commit) {
        store.delete(commit.jobId());
    }
}
