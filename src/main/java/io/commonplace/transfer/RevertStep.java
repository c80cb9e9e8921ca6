package io.commonplace.transfer;

import io.commonplace.jobs.StepCommit;
import io.commonplace.jobs.StepRun;
import io.commonplace.pages.PageReader;
import io.commonplace.pages.PageRenderer;
import io.commonplace.pages.PageRendering;
import io.commonplace.pages.PageStore;
import io.commonplace.pages.PageText;
import io.commonplace.pages.SpaceHead;
import io.commonplace.pages.UnchangedPageStore;
import io.commonplace.platform.Messages;
import io.commonplace.platform.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A step that gives pages the texts back that they had before an import. It renders them before its transaction. */
@ApplicationScoped
class RevertStep {
    @Inject
    private ImportRunQueries queries;

    @Inject
    private ImportRunStore store;

    @Inject
    private UnchangedPageStore pages;

    @Inject
    private PageRenderer renderer;

    @Inject
    private PageReader pageReader;

    void run(StepRun step) {
        UndoOrder order = UndoOrder.of(step.payload());
        List<ImportedPage> all =
                queries.pages(order.importId(), ImportedPage.Outcome.UPDATED, step.firstItem(), step.lastItem());
        List<ImportedPage> open = all.stream().filter(page -> !page.isUndone()).toList();
        Map<Long, UnchangedPageStore.FormerText> former = former(order, open);
        step.commit(all.size(), commit -> open.forEach(page -> revert(commit, order, page, former)));
    }

    private Map<Long, UnchangedPageStore.FormerText> former(UndoOrder order, List<ImportedPage> open) {
        SpaceHead space = pageReader
                .space(order.spaceSlug())
                .orElseThrow(() -> new IllegalStateException("No such space: " + order.spaceSlug()));
        Map<Long, FormerRevision> revisions = queries.revisions(
                open.stream().collect(Collectors.toMap(ImportedPage::pageId, ImportedPage::revisionBefore)));
        Map<Long, UnchangedPageStore.FormerText> texts = new HashMap<>();
        for (ImportedPage page : open) {
            FormerRevision revision = revisions.get(page.pageId());
            if (revision != null) {
                render(space, page, revision, texts);
            }
        }
        return texts;
    }

    private void render(
            SpaceHead space,
            ImportedPage page,
            FormerRevision revision,
            Map<Long, UnchangedPageStore.FormerText> texts) {
        String comment = Messages.text("import.undo.comment", page.revisionBefore());
        PageText text = new PageText(revision.title(), revision.markdown(), comment);
        try {
            PageRendering rendering = renderer.render(space, page.sourceBefore(), text);
            PageStore.NewText rendered = new PageStore.NewText(revision.markdown(), comment, rendering);
            texts.put(
                    page.pageId(),
                    new UnchangedPageStore.FormerText(
                            revision.title(), rendered, page.sourceBefore(), page.hashBefore()));
        } catch (Refusal e) {
            // The page is reported as one without a former text.
            texts.remove(page.pageId());
        }
    }

    private void revert(
            StepCommit commit, UndoOrder order, ImportedPage page, Map<Long, UnchangedPageStore.FormerText> former) {
        UnchangedPageStore.FormerText text = former.get(page.pageId());
        if (text == null) {
            Stay.UNREADABLE.hint(commit, page.path());
        } else if (pages.revise(page.pageId(), page.revisionNumber(), text, order.author())) {
            store.undone(order.importId(), List.of(page.pageId()));
            store.hasAgain(page);
        } else {
            Stay.CHANGED.hint(commit, page.path());
        }
    }
}
