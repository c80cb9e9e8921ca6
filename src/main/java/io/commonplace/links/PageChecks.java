package io.commonplace.links;

import io.commonplace.database.Writes;
import io.commonplace.pages.LinkTargets;
import io.commonplace.pages.Page;
import io.commonplace.pages.PageReader;
import io.commonplace.pages.PageRenderer;
import io.commonplace.pages.PageRendering;
import io.commonplace.pages.PageStore;
import io.commonplace.pages.PageText;
import io.commonplace.pages.SpaceHead;
import io.commonplace.pages.StoredTargets;
import io.commonplace.rendering.RenderedLink;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Looks up again where the links of pages lead. Only a page with a link that leads elsewhere now is rendered again. Nothing is
 * locked meanwhile but the tasks: a person who saves the page doesn't wait, and their text is not overwritten.
 */
@ApplicationScoped
public class PageChecks {
    private static final Logger LOG = Logger.getLogger(PageChecks.class.getName());

    private static final int BATCH = 50;

    /** After this time the pages that are left wait for another transaction. A slow page takes up to two seconds. */
    private static final Duration LONG = Duration.ofSeconds(2);

    @Inject
    private LinkTaskStore tasks;

    @Inject
    private LinkQueries queries;

    @Inject
    private LinkStore store;

    @Inject
    private StoredTargets targets;

    @Inject
    private PageReader pageReader;

    @Inject
    private PageRenderer renderer;

    @Inject
    private PageStore pages;

    /** @return the number of tasks that are done; 0 if there was none */
    @Writes
    public int run(LinkTask.Kind kind) {
        Map<Long, Long> taken = tasks.take(kind, BATCH);
        if (!taken.isEmpty()) {
            Set<Long> pageIds = new TreeSet<>(taken.values());
            check(kind, pageIds);
            store.judgeSections(true, pageIds);
            tasks.delete(taken.keySet());
        }
        return taken.size();
    }

    private void check(LinkTask.Kind kind, Set<Long> pageIds) {
        Map<Long, LinkTargets> bySpace = new HashMap<>();
        for (SpaceHead space : pageReader.spaces()) {
            bySpace.put(space.id(), new KnownTargets(targets.in(space)));
        }
        List<CheckedPage> outdated = outdated(queries.pages(pageIds), bySpace);
        Map<Long, String> texts = outdated.isEmpty() ? Map.of() : queries.texts(ids(outdated));
        long start = System.nanoTime();
        Map<Long, Rendered> rendered = new HashMap<>();
        List<Long> later = new ArrayList<>();
        for (CheckedPage page : outdated) {
            LinkTargets inSpace = bySpace.get(page.spaceId());
            if (System.nanoTime() - start > LONG.toNanos()) {
                later.add(page.id());
            } else if (inSpace != null) {
                render(page, texts.getOrDefault(page.id(), ""), inSpace, rendered);
            }
        }
        write(rendered);
        tasks.add(kind, later);
    }

    private void write(Map<Long, Rendered> rendered) {
        // Whoever has saved a page meanwhile has left a task of their own.
        List<Page> same = pages.lock(rendered.keySet()).stream()
                .filter(page -> isOf(page, rendered.get(page.id())))
                .toList();
        store.forget(same.stream().map(Page::id).toList());
        for (Page page : same) {
            Rendered fresh = rendered.get(page.id());
            if (fresh != null) {
                pages.rerender(page, fresh.rendering);
            }
        }
    }

    private static boolean isOf(Page page, @Nullable Rendered fresh) {
        return fresh != null && fresh.revision == page.revisionNumber();
    }

    /** The pages with other links than those that are stored. */
    private List<CheckedPage> outdated(List<CheckedPage> all, Map<Long, LinkTargets> bySpace) {
        Map<Long, List<RenderedLink>> links = queries.links(ids(all));
        return all.stream()
                .filter(page -> {
                    LinkTargets inSpace = bySpace.get(page.spaceId());
                    return inSpace != null && !page.leadsTo(links.getOrDefault(page.id(), List.of()), inSpace);
                })
                .toList();
    }

    /** One page that can't be rendered must not stop the others. It stays as it is. */
    private void render(CheckedPage page, String text, LinkTargets inSpace, Map<Long, Rendered> rendered) {
        try {
            PageRendering fresh = renderer.render(inSpace, page.sourcePath(), new PageText(page.title(), text, ""));
            rendered.put(page.id(), new Rendered(page.revision(), fresh));
        } catch (RuntimeException e) {
            LOG.log(Level.INFO, "The links of page " + page.id() + " stay as they are", e);
        }
    }

    private static List<Long> ids(Collection<CheckedPage> pages) {
        return pages.stream().map(CheckedPage::id).toList();
    }

    private record Rendered(int revision, PageRendering rendering) {}
}
