package io.commonplace.transfer;

import io.commonplace.attachments.Content;
import io.commonplace.database.Ids;
import io.commonplace.jobs.StepCommit;
import io.commonplace.pages.Author;
import io.commonplace.pages.LinkTargets;
import io.commonplace.pages.NewPage;
import io.commonplace.pages.Page;
import io.commonplace.pages.PageRendering;
import io.commonplace.pages.PageStore;
import io.commonplace.pages.SpaceLinks;
import io.commonplace.platform.Messages;
import io.commonplace.rendering.RenderedPage;
import io.commonplace.rendering.Renderer;
import io.commonplace.rendering.RenderingRefused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Creates or updates a page from a Markdown file or a folder. If the file is unchanged since its last import, the page's
 * text stays.
 */
@ApplicationScoped
class PageImporter {
    private static final Logger LOG = Logger.getLogger(PageImporter.class.getName());

    private static final int MAX_TITLE = 300;

    @Inject
    private Renderer renderer;

    @Inject
    private PageStore pages;

    @Inject
    private Ids ids;

    @Inject
    private ImportRunStore runs;

    /**
     * The existing pages of the files. They are found by path, because somebody may have created one after the planning.
     */
    Existing existing(long spaceId, List<ImportFile> files) {
        Map<String, Page> byPath = pages.find(spaceId, paths(files));
        List<Long> planned = files.stream()
                .filter(file -> file.isPage() && !byPath.containsKey(file.path()))
                .map(ImportFile::targetId)
                .toList();
        return new Existing(byPath, pages.used(planned));
    }

    /** Drops redirects from the paths of these pages. */
    void dropRedirects(long spaceId, List<ImportFile> files) {
        pages.dropRedirects(spaceId, paths(files));
    }

    private static List<String> paths(List<ImportFile> files) {
        return files.stream().filter(ImportFile::isPage).map(ImportFile::path).toList();
    }

    /** @param existing the page's current text, or null if there is no page yet */
    Rendered render(Source source, ImportQueries.@Nullable LatestText existing, LinkTargets links) {
        ImportFile file = source.file();
        String text = source.text();
        try {
            DocumentAndLinks fresh = render(file, text, links);
            PageRendering rerendered = existing == null || existing.markdown().equals(text)
                    ? fresh.rendering()
                    : render(file, existing.markdown(), links).rendering();
            return new Rendered(fresh.title(), text, fresh.rendering(), rerendered, existing, fresh.broken(), null);
        } catch (RenderingRefused e) {
            String message = Messages.text(e.key(), e.arguments().toArray());
            return new Rendered(file.title(), text, null, null, existing, List.of(), message);
        } catch (RuntimeException e) {
            // An unexpected error on one page must not stop the other pages of the step.
            LOG.log(Level.SEVERE, "Rendering failed for " + file.sourcePath(), e);
            return new Rendered(
                    file.title(), text, null, null, existing, List.of(), Messages.text("import.file.notRendered"));
        }
    }

    ImportFile.Outcome store(StepCommit commit, ImportOrder order, ImportFile file, Rendered rendered, Existing all) {
        Page existing = all.pages().get(file.path());
        if (!isRendered(commit, file, rendered) || rendered.fresh() == null || rendered.rerendered() == null) {
            return ImportFile.Outcome.FAILED;
        }
        Author author = order.author();
        // Since the planning, the page with this identifier may have been moved or deleted.
        long id = all.used().contains(file.targetId()) ? ids.next() : file.targetId();
        Page page = existing == null ? pages.add(id, place(order, file, rendered.title()), author) : existing;
        boolean savedMeanwhile = page.revisionNumber() != rendered.existingNumber();
        if (existing != null && isUnchanged(page, file)) {
            boolean isArchives = !savedMeanwhile && !wasEditedHere(page, rendered.existing());
            runs.add(ImportedPage.unchanged(
                    commit.jobId(), file.number(), page, isArchives ? page.revisionNumber() : 0));
            // The page was saved meanwhile and rendered then; the document from this step belongs to the older text.
            return !savedMeanwhile && pages.rerender(page, rendered.rerendered())
                    ? ImportFile.Outcome.UPDATED
                    : ImportFile.Outcome.UNCHANGED;
        }
        if (existing != null && (savedMeanwhile || wasEditedHere(page, rendered.existing()))) {
            hintAtEdit(commit, file, page);
        }
        runs.add(ImportedPage.changing(commit.jobId(), file.number(), page));
        String comment = Messages.text("import.comment", order.fileName());
        pages.importedFrom(page, file.sourcePath(), file.hash());
        pages.revise(page, rendered.title(), new PageStore.NewText(rendered.text(), comment, rendered.fresh()), author);
        return existing != null ? ImportFile.Outcome.UPDATED : ImportFile.Outcome.CREATED;
    }

    /** Says what {@link #store} would do with the file, and what it would report. */
    ImportFile.Outcome foresee(StepCommit commit, ImportFile file, Rendered rendered, Existing all) {
        Page page = all.pages().get(file.path());
        if (!isRendered(commit, file, rendered)) {
            return ImportFile.Outcome.FAILED;
        }
        if (page == null) {
            return ImportFile.Outcome.CREATED;
        }
        if (isUnchanged(page, file)) {
            return ImportFile.Outcome.UNCHANGED;
        }
        if (wasEditedHere(page, rendered.existing())) {
            hintAtEdit(commit, file, page);
        }
        return ImportFile.Outcome.UPDATED;
    }

    /** Reports what rendering has found. */
    private static boolean isRendered(StepCommit commit, ImportFile file, Rendered rendered) {
        rendered.broken().forEach(link -> hintAtLink(commit, file, link));
        if (rendered.problem() != null) {
            commit.problem(file.sourcePath(), "import.file.notRendered", rendered.problem());
        }
        return rendered.problem() == null;
    }

    private static void hintAtLink(StepCommit commit, ImportFile file, BrokenLink broken) {
        String key = RenderedPage.canBeOpened(broken.written()) ? "import.link.broken" : "import.link.unsupported";
        commit.hint(file.sourcePath(), key, Messages.text(key, broken.written()), broken.line());
    }

    private static void hintAtEdit(StepCommit commit, ImportFile file, Page page) {
        String key = "import.page.edited";
        commit.hint(file.sourcePath(), key, Messages.text(key, page.revisionNumber()));
    }

    ImportFile.Outcome alias(long spaceId, ImportFile file) {
        pages.redirectFrom(spaceId, file.path(), file.targetId());
        return ImportFile.Outcome.UNCHANGED;
    }

    /** A folder brings no text, so the text of its page stays. */
    private static boolean isUnchanged(Page page, ImportFile file) {
        return file.kind() == ImportFile.Kind.FOLDER || file.hash().equals(page.importHash());
    }

    private static boolean wasEditedHere(Page page, ImportQueries.@Nullable LatestText existing) {
        return existing != null
                && page.importHash() != null
                && !Content.hash(existing.markdown().getBytes(StandardCharsets.UTF_8))
                        .equals(page.importHash());
    }

    private DocumentAndLinks render(ImportFile file, String markdown, LinkTargets links) {
        SpaceLinks[] resolved = new SpaceLinks[1];
        RenderedPage page =
                renderer.render(markdown, parsed -> resolved[0] = new SpaceLinks(file.sourcePath(), parsed, links));
        List<BrokenLink> broken = broken(markdown, page);
        String title = title(page, file);
        return new DocumentAndLinks(title, PageRendering.of(page, title, resolved[0]), broken);
    }

    private List<BrokenLink> broken(String markdown, RenderedPage page) {
        if (page.brokenLinks().isEmpty()) {
            return List.of();
        }
        Map<String, Integer> starts = renderer.linkStarts(markdown);
        return page.brokenLinks().stream()
                .sorted()
                .map(link -> BrokenLink.of(link, markdown, starts.get(link)))
                .toList();
    }

    private static String title(RenderedPage page, ImportFile file) {
        String own = page.title() == null ? "" : page.title().strip();
        String title = own.isEmpty() || file.isTitleGiven() ? file.title() : own;
        return title.length() > MAX_TITLE ? title.substring(0, MAX_TITLE - 1) + "…" : title;
    }

    private static NewPage place(ImportOrder order, ImportFile file, String title) {
        return new NewPage(order.spaceId(), file.parentId(), file.path(), title, file.sourcePath());
    }

    /** A page's file, with its text. */
    record Source(ImportFile file, String text) {}

    private record DocumentAndLinks(String title, PageRendering rendering, List<BrokenLink> broken) {}

    /**
     * @param pages the existing pages by path
     * @param used planned identifiers that now belong to a page at another path, or to one in the trash
     */
    record Existing(Map<String, Page> pages, Set<Long> used) {}

    /**
     * @param title the page's title
     * @param text the file's text
     * @param fresh the file's text, rendered; null if it can't be rendered
     * @param rerendered the page's current text, rendered with today's links
     * @param problem why the file can't be rendered
     */
    record Rendered(
            String title,
            String text,
            @Nullable PageRendering fresh,
            @Nullable PageRendering rerendered,
            ImportQueries.@Nullable LatestText existing,
            List<BrokenLink> broken,
            @Nullable String problem) {
        int existingNumber() {
            return existing == null ? 0 : existing.number();
        }
    }
}
