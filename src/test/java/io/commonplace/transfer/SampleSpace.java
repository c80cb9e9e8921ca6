package io.commonplace.transfer;

import io.commonplace.attachments.Content;
import io.commonplace.pages.LinkTarget;
import io.commonplace.pages.LinkTargets;
import io.commonplace.pages.PagePath;
import io.commonplace.pages.SpaceHead;
import io.commonplace.pages.SpaceLinks;
import io.commonplace.rendering.Renderer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.zip.CRC32;

/** A space in memory, which is imported and exported by the same classes as one in the database. */
final class SampleSpace {
    private static final Renderer RENDERER = new Renderer();
    private static final String FOLDER = "docs";
    private static final ImportLimits LIMITS = ImportLimits.of(1_000, 64 << 20);

    private final SpaceHead space = new SpaceHead(1, FOLDER, "Docs", "", 1);
    private final Map<String, SamplePage> pages = new TreeMap<>();
    private final Map<String, SampleFile> files = new TreeMap<>();
    private final Map<String, String> formerPaths = new TreeMap<>();
    private final Map<String, String> formerFiles = new TreeMap<>();
    private final FileNotes notes = new FileNotes();
    private final Map<String, byte[]> contents = new HashMap<>();
    private final Map<String, String> plannedTexts = new HashMap<>();

    /** Identifiers depend on paths alone, so that those of two spaces can be compared. */
    static long id(String path) {
        CRC32 sum = new CRC32();
        sum.update(path.getBytes(StandardCharsets.UTF_8));
        return sum.getValue();
    }

    /** Adds a page as the editor makes it. */
    SampleSpace with(String path, String title, String markdown) {
        return moved(path + ".md", path, title, markdown);
    }

    /** Adds a page that was made of a file. */
    SampleSpace moved(String sourcePath, String path, String title, String markdown) {
        Long parent = path.isEmpty() ? null : Long.valueOf(id(PagePath.parent(path)));
        pages.put(path, new SamplePage(path, sourcePath, title, markdown, parent));
        return this;
    }

    SampleSpace withFile(String path, String pagePath) {
        files.put(path, new SampleFile(path, path.getBytes(StandardCharsets.UTF_8), id(pagePath)));
        return this;
    }

    SampleSpace renamedFile(String formerPath, String path) {
        formerFiles.put(formerPath, path);
        return this;
    }

    SampleSpace redirecting(String formerPath, String path) {
        formerPaths.put(formerPath, path);
        return this;
    }

    static SampleSpace imported(byte[] archive) {
        SampleSpace space = new SampleSpace();
        try {
            space.importArchive(archive);
        } catch (IOException | ArchiveRefused e) {
            throw new IllegalStateException(e);
        }
        return space;
    }

    private void importArchive(byte[] bytes) throws IOException, ArchiveRefused {
        Path zip = Files.createTempFile("sample", ".zip");
        ArchiveReader reader = new ArchiveReader(
                plannedTexts::putAll, file -> contents.put(Content.hash(file.bytes()), file.bytes()), notes);
        try (Archive archive = new Archive(Files.write(zip, bytes), LIMITS)) {
            archive.read(reader::add, notes);
        } finally {
            Files.delete(zip);
        }
        ToLongFunction<String> ids = SampleSpace::id;
        ArchivePlan.of(reader.end(), LIMITS.planned(), notes, "")
                .complete(List.of(), ids, ids)
                .forEach(this::add);
    }

    private void add(PlannedFile planned) {
        switch (planned.kind()) {
            case PAGE, FOLDER ->
                pages.put(
                        planned.path(),
                        new SamplePage(
                                planned.path(),
                                planned.sourcePath(),
                                title(planned),
                                plannedTexts.getOrDefault(planned.hash(), ""),
                                planned.parentId()));
            case ALIAS -> formerPaths.put(planned.path(), planned.sourcePath());
            case FILE ->
                files.put(
                        planned.path(),
                        new SampleFile(
                                planned.path(),
                                Objects.requireNonNull(contents.get(planned.hash())),
                                planned.parentId()));
        }
    }

    private String title(PlannedFile planned) {
        String text = plannedTexts.get(planned.hash());
        String own = text == null ? null : RENDERER.parse(text).title();
        return own == null || planned.titleGiven() ? planned.title() : own;
    }

    byte[] exported() {
        ExportNames names = new ExportNames();
        Map<String, String> pageNames = new HashMap<>();
        pages.values()
                .forEach(page -> pageNames.put(
                        page.path(), names.page(FOLDER, page.path(), page.sourcePath(), id(page.path()))));
        Map<String, String> fileNames = new HashMap<>();
        files.keySet().forEach(path -> fileNames.put(path, names.file(FOLDER, path, id(path))));
        ExportLinks links = new ExportLinks(RENDERER, new Named(pageNames, fileNames, true));
        PackedZip zip = new PackedZip(3);
        pages.values().forEach(page -> {
            String name = named(pageNames, page.path());
            RelativeLinks.Rewritten text = links.rewritten(page.markdown(), 1, name, page.sourcePath());
            zip.with(name, header(page, fileNames, text.edits()).addTo(text.markdown()));
        });
        files.values().forEach(file -> zip.with(named(fileNames, file.path()), file.bytes()));
        return zip.bytes();
    }

    private PageHeader header(SamplePage page, Map<String, String> fileNames, List<LinkEdit> edits) {
        List<String> former = formerPaths.entrySet().stream()
                .filter(entry -> entry.getValue().equals(page.path()))
                .map(Map.Entry::getKey)
                .toList();
        List<String> own = new ArrayList<>();
        for (SampleFile file : files.values()) {
            if (Long.valueOf(id(page.path())).equals(file.pageId())) {
                own.add(named(fileNames, file.path()).substring(FOLDER.length() + 1));
            }
        }
        return new PageHeader(page.title(), page.path(), "Ada", PackedZip.CHANGED_AT, 1, former, own, edits);
    }

    private static String named(Map<String, String> names, String path) {
        return Objects.requireNonNull(names.get(path));
    }

    /** Titles by path. */
    Map<String, String> titles() {
        return map(page -> page.title());
    }

    Map<String, String> texts() {
        return map(page -> page.markdown());
    }

    Map<String, String> parents() {
        return map(page -> String.valueOf(page.parentId()));
    }

    /** The pages as readers see them, with the addresses of their links. */
    Map<String, String> html() {
        PlannedTargets targets = new PlannedTargets(space);
        formerPaths.keySet().forEach(path -> targets.addFormer(0, path));
        pages.values()
                .forEach(page ->
                        targets.addPage(new KnownPage(id(page.path()), page.path(), page.sourcePath(), page.title())));
        formerFiles.forEach((former, path) -> targets.addFile(target(path, former)));
        files.keySet().forEach(path -> targets.addFile(target(path, path)));
        return map(page -> redirected(
                RENDERER.render(page.markdown(), parsed -> new SpaceLinks(page.sourcePath(), parsed, targets))
                        .html()));
    }

    private static LinkTarget target(String path, String shownAt) {
        return LinkTarget.file(id(path), "/files/" + id(path) + "/" + PagePath.encode(path), shownAt);
    }

    private String redirected(String html) {
        String shown = html;
        for (Map.Entry<String, String> former : formerPaths.entrySet()) {
            shown = shown.replace('"' + space.href(former.getKey()) + '"', '"' + space.href(former.getValue()) + '"');
        }
        return shown;
    }

    /** Files by path: their content, and the page that lists them. */
    Map<String, String> files() {
        Map<String, String> shown = new TreeMap<>();
        files.values().forEach(file -> shown.put(file.path(), Content.hash(file.bytes()) + " of " + file.pageId()));
        return shown;
    }

    Map<String, String> formerPaths() {
        return formerPaths;
    }

    List<FileNotes.Note> problems() {
        return notes.problems();
    }

    private Map<String, String> map(Function<SamplePage, String> what) {
        Map<String, String> shown = new TreeMap<>();
        pages.values().forEach(page -> shown.put(page.path(), what.apply(page)));
        return shown;
    }

    private final class Named extends NoNames implements ExportLinks.Targets {
        private final Map<String, String> pageNames;
        private final Map<String, String> fileNames;
        private final boolean byFormerNames;

        Named(Map<String, String> pageNames, Map<String, String> fileNames, boolean byFormerNames) {
            this.pageNames = pageNames;
            this.fileNames = fileNames;
            this.byFormerNames = byFormerNames;
        }

        @Override
        public LinkTargets in(long spaceId) {
            return this;
        }

        @Override
        public LinkTargets afterImport(long spaceId) {
            return new Named(pageNames, fileNames, false);
        }

        @Override
        public boolean leadsByFormerName() {
            return !formerFiles.isEmpty();
        }

        @Override
        public Optional<String> page(String spaceSlug, String path) {
            return spaceSlug.equals(FOLDER) ? Optional.ofNullable(pageNames.get(path)) : Optional.empty();
        }

        @Override
        public Optional<String> file(long attachmentId) {
            return files.keySet().stream()
                    .filter(path -> id(path) == attachmentId)
                    .map(fileNames::get)
                    .findFirst();
        }

        @Override
        public void used(String name) {}

        @Override
        public Map<String, LinkTarget> pages(Collection<String> paths) {
            Map<String, LinkTarget> found = new HashMap<>();
            for (String path : paths) {
                SamplePage page = pages.get(path);
                String moved = formerPaths.get(path);
                if (page != null) {
                    found.put(path, ExportLinks.target(named(pageNames, path), path, page.sourcePath(), page.title()));
                } else if (moved != null && pageNames.containsKey(moved)) {
                    found.put(path, ExportLinks.target(named(pageNames, moved), path, "", ""));
                }
            }
            return found;
        }

        @Override
        public Map<String, LinkTarget> files(Collection<String> paths) {
            Map<String, LinkTarget> found = new HashMap<>();
            for (String path : paths) {
                String current = byFormerNames ? formerFiles.getOrDefault(path, path) : path;
                if (fileNames.containsKey(current)) {
                    found.put(path, ExportLinks.target(named(fileNames, current), path, path, ""));
                }
            }
            return found;
        }
    }
}
