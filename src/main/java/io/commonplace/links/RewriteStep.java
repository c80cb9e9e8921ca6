package io.commonplace.links;

import io.commonplace.jobs.StepCommit;
import io.commonplace.jobs.StepRun;
import io.commonplace.pages.Page;
import io.commonplace.pages.PageStore;
import io.commonplace.platform.Messages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A step that gives a few pages a minor revision with rewritten links. */
@ApplicationScoped
class RewriteStep {
    @Inject
    private LinkRewriting rewriting;

    @Inject
    private RewriteStore store;

    @Inject
    private PageStore pages;

    @Inject
    private Event<LinksRewritten> events;

    void run(StepRun step) {
        RewriteOrder order = RewriteOrder.of(step.payload());
        int first = step.firstItem();
        int last = step.lastItem();
        List<LinkRewriting.Rewritten> texts = rewriting.pages(step.jobId(), order, first, last);
        step.commit(last - first, commit -> write(commit, order, texts));
    }

    private void write(StepCommit commit, RewriteOrder order, List<LinkRewriting.Rewritten> texts) {
        Map<Long, LinkRewriting.Rewritten> byPage =
                texts.stream().collect(Collectors.toMap(LinkRewriting.Rewritten::pageId, Function.identity()));
        List<Long> done = new ArrayList<>();
        for (Page page : pages.lock(byPage.keySet())) {
            Optional.ofNullable(byPage.get(page.id()))
                    .flatMap(text -> ofLatest(order, page, text))
                    .ifPresent(text -> {
                        revise(order, page, text);
                        done.add(page.id());
                    });
        }
        if (!done.isEmpty()) {
            store.rewritten(commit.jobId(), done);
        }
    }

    /** If somebody has saved the page meanwhile, their text is rewritten instead. Nobody can save it now: it is locked. */
    private Optional<LinkRewriting.Rewritten> ofLatest(
            RewriteOrder order, Page page, LinkRewriting.Rewritten prepared) {
        return prepared.revision() == page.revisionNumber()
                ? Optional.of(prepared)
                : rewriting.texts(order, List.of(page.id())).stream()
                        .filter(fresh -> fresh.revision() == page.revisionNumber())
                        .findFirst();
    }

    private void revise(RewriteOrder order, Page page, LinkRewriting.Rewritten text) {
        events.fire(new LinksRewritten(page.id(), page.revisionNumber()));
        String comment = order.isMove()
                ? Messages.text("links.rewrite.comment", order.title())
                : Messages.text("links.rewrite.titleComment", order.title());
        pages.revise(
                page,
                page.title(),
                new PageStore.NewText(text.markdown(), comment, text.rendering(), true),
                order.author());
    }
}
