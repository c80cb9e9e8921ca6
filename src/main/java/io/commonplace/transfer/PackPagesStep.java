package io.commonplace.transfer;

import io.commonplace.jobs.StepCommit;
import io.commonplace.jobs.StepRun;
import io.commonplace.pages.PagePath;
import io.commonplace.pages.Revision;
import io.commonplace.pages.RevisionQueries;
import io.commonplace.platform.NotFound;
import io.commonplace.rendering.Renderer;
import io.commonplace.rendering.RenderingRefused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The steps of an export that pack a few pages each, one after the other. */
@ApplicationScoped
class PackPagesStep {
    @Inject
    private ExportQueries queries;

    @Inject
    private RevisionQueries revisions;

    @Inject
    private Renderer renderer;

    @Inject
    private PartPacking packing;

    @Inject
    private ExportWrites writes;

    void run(StepRun step) {
        ExportOrder order = ExportOrder.of(step.payload());
        List<ExportFile> pages =
                queries.files(order.exportId(), ExportFile.Kind.PAGE, step.firstItem(), step.lastItem());
        Batch batch = new Batch(step, order, pages);
        PartPacking.Packed packed = packing.pack(ExportPart.Section.PAGES, step.firstItem(), batch::addTo);
        step.commit(pages.size(), commit -> batch.write(commit, packed));
    }

    /** The pages of one step. */
    private final class Batch {
        private final StepRun step;
        private final ExportOrder order;
        private final List<ExportFile> pages;
        private final Map<Long, List<String>> formerPaths;
        private final List<ExportFile> files;
        private final ExportTargets targets;
        private final ExportLinks links;
        private final FileNotes notes = new FileNotes();

        Batch(StepRun step, ExportOrder order, List<ExportFile> pages) {
            this.step = step;
            this.order = order;
            this.pages = pages;
            List<Long> ids = pages.stream().map(ExportFile::targetId).toList();
            formerPaths = queries.formerPaths(order.exportId(), ids);
            files = queries.filesOf(order.exportId(), ids);
            targets = new ExportTargets(order, queries);
            links = new ExportLinks(renderer, targets);
        }

        int addTo(ZipPart zip) throws IOException {
            int added = 0;
            for (ExportFile page : pages) {
                step.stopIfCancelled();
                added += add(page, zip) ? 1 : 0;
            }
            return added;
        }

        private boolean add(ExportFile page, ZipPart zip) throws IOException {
            Revision revision;
            try {
                revision = revisions.revision(page.targetId(), page.revisionNumber());
            } catch (NotFound e) {
                notes.problem(page.path(), "export.page.gone");
                return false;
            }
            RelativeLinks.Rewritten text = rewritten(page, revision.getMarkdown());
            byte[] bytes = header(page, revision, text).addTo(text.markdown()).getBytes(StandardCharsets.UTF_8);
            zip.add(page.name(), revision.getCreatedAt(), out -> out.write(bytes));
            if (order.format() == ExportFormat.REVISIONS) {
                RevisionsFile all = new RevisionsFile(page, revisions::revision, step::stopIfCancelled);
                zip.add(all.name(), revision.getCreatedAt(), all::writeTo);
            }
            return true;
        }

        private RelativeLinks.Rewritten rewritten(ExportFile page, String markdown) {
            try {
                return links.rewritten(markdown, page.spaceId(), page.name(), page.sourcePath());
            } catch (RenderingRefused e) {
                notes.hint(page.path(), "export.page.links");
                return new RelativeLinks.Rewritten(markdown, List.of());
            }
        }

        private PageHeader header(ExportFile page, Revision revision, RelativeLinks.Rewritten text) {
            return new PageHeader(
                    page.title(),
                    page.path(),
                    revision.getAuthorName(),
                    revision.getCreatedAt(),
                    page.revisionNumber(),
                    formerPaths.getOrDefault(page.targetId(), List.of()),
                    ownFiles(page),
                    text.edits());
        }

        /** The files that an import would list on another page, because they are not in the page's folder. */
        private List<String> ownFiles(ExportFile page) {
            List<String> own = new ArrayList<>();
            for (ExportFile file : files) {
                boolean isOwn = Long.valueOf(page.targetId()).equals(file.pageId());
                if (isOwn && !PagePath.ofFile(PagePath.parent(file.path())).equals(page.path())) {
                    own.add(file.name().substring(file.name().indexOf('/') + 1));
                }
            }
            return own;
        }

        void write(StepCommit commit, PartPacking.Packed packed) {
            writes.write(commit, order, packed, targets, notes);
        }
    }
}
