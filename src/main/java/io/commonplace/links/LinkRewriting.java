package io.commonplace.links;

import io.commonplace.database.Writes;
import io.commonplace.pages.FormerLinks;
import io.commonplace.pages.LinkTargets;
import io.commonplace.pages.MovedPage;
import io.commonplace.pages.PageReader;
import io.commonplace.pages.PageRenderer;
import io.commonplace.pages.PageRendering;
import io.commonplace.pages.PageText;
import io.commonplace.pages.SpaceHead;
import io.commonplace.pages.StoredTargets;
import io.commonplace.people.Access;
import io.commonplace.people.SpaceLevel;
import io.commonplace.people.Viewer;
import io.commonplace.platform.Refusal;
import io.commonplace.rendering.Renderer;
import io.commonplace.rendering.RenderingRefused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes the new texts of pages whose links lead to former addresses. It changes nothing. */
@ApplicationScoped
public class LinkRewriting {
    @Inject
    private LinkQueries queries;

    @Inject
    private RewriteStore store;

    @Inject
    private StoredTargets targets;

    @Inject
    private PageReader pageReader;

    @Inject
    private Renderer renderer;

    @Inject
    private PageRenderer pageRenderer;

    @Inject
    private Access access;

    /** For the pages of one step. */
    @Writes
    public List<Rewritten> pages(long jobId, RewriteOrder order, int first, int last) {
        List<Long> pages = store.pages(jobId, first, last).stream()
                .filter(page -> !page.isRewritten())
                .map(LinkRewrite::pageId)
                .toList();
        return texts(order, pages);
    }

    /** For pages as they are now, in the caller's transaction. Pages without a link to rewrite are left out. */
    @Writes
    public List<Rewritten> texts(RewriteOrder order, Collection<Long> pageIds) {
        @Nullable Viewer person = access.viewer(order.personId()).orElse(null);
        if (pageIds.isEmpty() || person == null) {
            return List.of();
        }
        Map<Long, String> texts = queries.texts(pageIds);
        List<MovedPage> moved = store.moved(order);
        Map<Long, LinkTargets> editable = editable(person);
        List<Rewritten> all = new ArrayList<>();
        for (CheckedPage page : queries.pages(pageIds)) {
            LinkTargets inSpace = editable.get(page.spaceId());
            if (inSpace != null) {
                text(page, texts.getOrDefault(page.id(), ""), moved, inSpace).ifPresent(all::add);
            }
        }
        return all;
    }

    /** The targets in the spaces that the person may edit: they could do the same by hand, and nothing more. */
    private Map<Long, LinkTargets> editable(Viewer person) {
        return pageReader.spaces().stream()
                .filter(space -> access.may(person, SpaceLevel.EDIT, space.id()))
                .collect(Collectors.toMap(SpaceHead::id, space -> new KnownTargets(targets.in(space))));
    }

    /** A text that can't be rendered stays as it is; its links go on leading to former addresses, which redirect. */
    private Optional<Rewritten> text(CheckedPage page, String text, List<MovedPage> moved, LinkTargets inSpace) {
        try {
            String rewritten = new FormerLinks(page.sourcePath(), inSpace, moved)
                    .rewrite(text, renderer.destinations(text), renderer.wikiTargets(text));
            if (rewritten.equals(text)) {
                return Optional.empty();
            }
            PageRendering rendering =
                    pageRenderer.render(inSpace, page.sourcePath(), new PageText(page.title(), rewritten, ""));
            return Optional.of(new Rewritten(page.id(), page.revision(), rewritten, rendering));
        } catch (RenderingRefused | Refusal e) {
            return Optional.empty();
        }
    }

    /** @param revision that the text was made from */
    public record Rewritten(long pageId, int revision, String markdown, PageRendering rendering) {}
}
