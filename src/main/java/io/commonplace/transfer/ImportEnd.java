package io.commonplace.transfer;

import io.commonplace.jobs.StepCommit;
import io.commonplace.pages.PageStore;
import io.commonplace.pages.SpaceStore;
import io.commonplace.pages.StrayPageStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Tidies up when an import has ended in any state. */
@ApplicationScoped
class ImportEnd {
    @Inject
    private ImportStore store;

    @Inject
    private Uploads uploads;

    @Inject
    private SpaceStore spaces;

    @Inject
    private PageStore pages;

    @Inject
    private StrayPageStore strayPages;

    @Inject
    private GoneStep goneStep;

    void of(StepCommit commit) {
        ImportOrder order = ImportOrder.of(commit.payload());
        spaces.treeChanged(order.spaceId());
        strayPages.moveToTop(order.spaceId());
        // The plan has resolved their links: some of its files may have failed, and other pages may have come or gone.
        pages.checkLinks(store.pages(commit.jobId()));
        uploads.delete(order.uploadId());
        store.delete(commit.jobId());
        goneStep.end(commit, order);
    }
}
