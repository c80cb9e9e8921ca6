package io.commonplace.transfer;

import io.commonplace.jobs.StepRun;
import io.commonplace.pages.DocumentText;
import io.commonplace.pages.PagePath;
import io.commonplace.pages.PageReader;
import io.commonplace.pages.Revision;
import io.commonplace.pages.RevisionQueries;
import io.commonplace.pages.SpaceHead;
import io.commonplace.pages.StoredTargets;
import io.commonplace.platform.Messages;
import io.commonplace.platform.NotFound;
import io.commonplace.rendering.ParsedPage;
import io.commonplace.rendering.RenderedPage;
import io.commonplace.rendering.Renderer;
import io.commonplace.rendering.RenderingRefused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The steps of an export that make a few pages of a site each. The first one also adds what all pages share. */
@ApplicationScoped
class SitePagesStep {
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

    @Inject
    private SiteFrame frame;

    @Inject
    private PageReader pageReader;

    @Inject
    private StoredTargets storedTargets;

    void run(StepRun step) {
        ExportOrder order = ExportOrder.of(step.payload());
        Batch batch = new Batch(step, order);
        PartPacking.Packed packed = packing.pack(ExportPart.Section.PAGES, step.firstItem(), batch::addTo);
        step.commit(batch.pages.size(), commit -> writes.write(commit, order, packed, batch.targets, batch.notes));
    }

    /** The pages of one step. */
    private final class Batch {
        private final StepRun step;
        private final ExportOrder order;
        private final List<ExportFile> pages;
        private final Map<Long, List<ExportFile>> files;
        private final Map<Long, SpaceHead> spaces;
        private final Map<Long, Map<String, ExportFile>> above = new HashMap<>();
        private final Instant exportedAt;
        private final ExportTargets targets;
        private final FileNotes notes = new FileNotes();
        private final List<String> texts = new ArrayList<>();

        Batch(StepRun step, ExportOrder order) {
            this.step = step;
            this.order = order;
            pages = queries.files(order.exportId(), ExportFile.Kind.PAGE, step.firstItem(), step.lastItem());
            files = queries
                    .filesOf(
                            order.exportId(),
                            pages.stream().map(ExportFile::targetId).toList())
                    .stream()
                    .collect(Collectors.groupingBy(file -> Objects.requireNonNull(file.pageId())));
            List<Long> exported = queries.spaces(order.exportId());
            spaces = pageReader.spaces().stream()
                    .filter(space -> exported.contains(space.id()))
                    .collect(Collectors.toMap(SpaceHead::id, Function.identity()));
            exportedAt = queries.listedAt(order.exportId());
            targets = new ExportTargets(order, queries, space -> storedTargets.in(spaceOf(space)));
        }

        private SpaceHead spaceOf(long id) {
            return Objects.requireNonNull(spaces.get(id));
        }

        int addTo(ZipPart zip) throws IOException {
            if (step.firstItem() == 0) {
                frame.addTo(zip, order.exportId(), spaces.values(), exportedAt);
            }
            int added = 0;
            for (ExportFile page : pages) {
                step.stopIfCancelled();
                added += add(page, zip) ? 1 : 0;
            }
            String script = "commonplaceTexts([\n" + String.join(",\n", texts) + "]);\n";
            String name = SiteTemplate.FOLDER + SiteTemplate.texts(step.firstItem());
            zip.add(name, exportedAt, out -> out.write(script.getBytes(StandardCharsets.UTF_8)));
            return added;
        }

        private boolean add(ExportFile page, ZipPart zip) throws IOException {
            Revision revision;
            try {
                revision = revisions.revision(page.targetId(), page.revisionNumber());
            } catch (NotFound e) {
                notes.problem(page.path(), Messages.text("export.page.gone"));
                return false;
            }
            SitePage made = new SitePage(
                    page,
                    spaceOf(page.spaceId()),
                    trail(page),
                    files.getOrDefault(page.targetId(), List.of()),
                    exportedAt);
            String html = made.html(revision, rendered(page, revision));
            zip.add(page.name(), revision.getCreatedAt(), out -> out.write(html.getBytes(StandardCharsets.UTF_8)));
            return true;
        }

        private DocumentText rendered(ExportFile page, Revision revision) {
            try {
                ParsedPage parsed = renderer.parse(revision.getMarkdown());
                RenderedPage rendered = renderer.render(
                        parsed, new SiteLinks(page.name(), page.sourcePath(), page.spaceId(), parsed, targets));
                texts.add(SiteFrame.json(page.name(), page.title(), rendered.plainText()));
                return DocumentText.of(rendered, page.title());
            } catch (RenderingRefused e) {
                notes.hint(page.path(), Messages.text("export.site.plain"));
                texts.add(SiteFrame.json(page.name(), page.title(), revision.getMarkdown()));
                return new DocumentText("<pre>" + SiteTemplate.escaped(revision.getMarkdown()) + "</pre>", "", false);
            }
        }

        /** The exported pages above it, from the top. */
        private List<ExportFile> trail(ExportFile page) {
            Map<String, ExportFile> known = above.computeIfAbsent(page.spaceId(), this::above);
            List<ExportFile> trail = new ArrayList<>();
            for (String path : parents(page)) {
                ExportFile parent = known.get(path);
                if (parent != null) {
                    trail.add(0, parent);
                }
            }
            return trail;
        }

        private Map<String, ExportFile> above(long spaceId) {
            List<String> paths = pages.stream()
                    .filter(page -> page.spaceId() == spaceId)
                    .flatMap(page -> parents(page).stream())
                    .distinct()
                    .toList();
            return queries.at(order.exportId(), spaceId, List.of(ExportFile.Kind.PAGE), paths).stream()
                    .collect(Collectors.toMap(ExportFile::path, Function.identity()));
        }

        /** The paths above a page's, the nearest first; the last one is that of the space's front page. */
        private static List<String> parents(ExportFile page) {
            List<String> parents = new ArrayList<>();
            String path = page.path();
            while (!path.isEmpty()) {
                path = PagePath.parent(path);
                parents.add(path);
            }
            return parents;
        }
    }
}
