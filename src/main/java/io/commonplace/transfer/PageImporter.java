package io.commonplace.transfer;

import io.commonplace.attachments.Content;
import io.commonplace.database.Ids;
import io.commonplace.jobs.StepCommit;
import io.commonplace.pages.Author;
import io.commonplace.pages.DocumentText;
import io.commonplace.pages.LinkTargets;
import io.commonplace.pages.NewPage;
import io.commonplace.pages.Page;
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

/** Makes a page of a Markdown file, or of a folder. A file that is unchanged since its last import changes no text. */
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

    /** The pages of the files that are there already; by path, since somebody may have made one after it was planned. */
    Known known(long spaceId, List<ImportFile> files) {
        Map<String, Page> byPath = pages.find(spaceId, paths(files));
        List<Long> planned = files.stream()
                .filter(file -> file.isPage() && !byPath.containsKey(file.path()))
                .map(ImportFile::targetId)
                .toList();
        return new Known(byPath, pages.used(planned));
    }

    /** What was a former address of a page may be the address of one of these by now. */
    void dropRedirects(long spaceId, List<ImportFile> files) {
        pages.dropRedirects(spaceId, paths(files));
    }

    private static List<String> paths(List<ImportFile> files) {
        return files.stream().filter(ImportFile::isPage).map(ImportFile::path).toList();
    }

    /** @param existing the page's present text, or null if there is no page yet */
    Rendered render(ImportFile file, ImportStore.@Nullable LatestText existing, LinkTargets links) {
        try {
            DocumentAndLinks fresh = render(file, file.text(), links);
            DocumentText kept = existing == null || existing.markdown().equals(file.text())
                    ? fresh.document()
                    : render(file, existing.markdown(), links).document();
            return new Rendered(fresh.title(), fresh.document(), kept, existing, fresh.broken(), null);
        } catch (RenderingRefused e) {
            String message = Messages.text(e.key(), e.arguments().toArray());
            return new Rendered(file.title(), null, null, existing, List.of(), message);
        } catch (RuntimeException e) {
            // One page that trips the renderer must not stop the other pages of its step.
            LOG.log(Level.SEVERE, "Rendering failed for " + file.sourcePath(), e);
            return new Rendered(
                    file.title(), null, null, existing, List.of(), Messages.text("import.file.notRendered"));
        }
    }

    ImportFile.Outcome store(StepCommit commit, ImportOrder order, ImportFile file, Rendered rendered, Known all) {
        Page known = all.pages().get(file.path());
        rendered.broken().forEach(link -> commit.hint(file.sourcePath(), Messages.text("import.link.broken", link)));
        if (rendered.fresh() == null || rendered.kept() == null) {
            commit.problem(file.sourcePath(), String.valueOf(rendered.trouble()));
            return ImportFile.Outcome.FAILED;
        }
        Author author = order.author();
        // The page that was there when the import was planned may have been moved or deleted since.
        long id = all.used().contains(file.targetId()) ? ids.next() : file.targetId();
        Page page = known == null ? pages.add(id, place(order, file, rendered.title()), author) : known;
        boolean savedMeanwhile = page.revisionNumber() != rendered.existingNumber();
        if (known != null && isUnchanged(page, file)) {
            // Whoever saved meanwhile has rendered that text; what was rendered here is the one before.
            return !savedMeanwhile && pages.rerender(page, rendered.kept())
                    ? ImportFile.Outcome.UPDATED
                    : ImportFile.Outcome.UNCHANGED;
        }
        if (known != null && (savedMeanwhile || wasEditedHere(page, rendered.existing()))) {
            commit.hint(file.sourcePath(), Messages.text("import.page.edited", page.revisionNumber()));
        }
        String comment = Messages.text("import.comment", order.fileName());
        pages.revise(page, rendered.title(), new PageStore.NewText(file.text(), comment, rendered.fresh()), author);
        pages.importedFrom(page, file.sourcePath(), file.hash());
        return known != null ? ImportFile.Outcome.UPDATED : ImportFile.Outcome.CREATED;
    }

    ImportFile.Outcome alias(long spaceId, ImportFile file) {
        pages.redirectFrom(spaceId, file.path(), file.targetId());
        return ImportFile.Outcome.UNCHANGED;
    }

    /** A folder has no text of its own: whatever is on its page by now stays. */
    private static boolean isUnchanged(Page page, ImportFile file) {
        return file.kind() == ImportFile.Kind.FOLDER || file.hash().equals(page.importHash());
    }

    private static boolean wasEditedHere(Page page, ImportStore.@Nullable LatestText existing) {
        return existing != null
                && page.importHash() != null
                && !Content.hash(existing.markdown().getBytes(StandardCharsets.UTF_8))
                        .equals(page.importHash());
    }

    private DocumentAndLinks render(ImportFile file, String markdown, LinkTargets links) {
        RenderedPage page = renderer.render(markdown, parsed -> new SpaceLinks(file.sourcePath(), parsed, links));
        List<String> broken = page.brokenLinks().stream().sorted().toList();
        String title = title(page, file);
        return new DocumentAndLinks(title, DocumentText.of(page, title), broken);
    }

    private static String title(RenderedPage page, ImportFile file) {
        String own = page.title() == null ? "" : page.title().strip();
        String title = own.isEmpty() ? file.title() : own;
        return title.length() > MAX_TITLE ? title.substring(0, MAX_TITLE - 1) + "…" : title;
    }

    private static NewPage place(ImportOrder order, ImportFile file, String title) {
        return new NewPage(order.spaceId(), file.parentId(), file.path(), title, file.sourcePath());
    }

    private record DocumentAndLinks(String title, DocumentText document, List<String> broken) {}

    /**
     * @param pages those that are there, by path
     * @param used planned identifiers that belong to a page elsewhere by now, or to one in the trash
     */
    record Known(Map<String, Page> pages, Set<Long> used) {}

    /**
     * @param title the page's
     * @param fresh the file's text, or null when it can't be rendered
     * @param kept the text that is there already, rendered with today's links
     * @param trouble why there is nothing
     */
    record Rendered(
            String title,
            @Nullable DocumentText fresh,
            @Nullable DocumentText kept,
            ImportStore.@Nullable LatestText existing,
            List<String> broken,
            @Nullable String trouble) {
        int existingNumber() {
            return existing == null ? 0 : existing.number();
        }
    }
}
