package io.commonplace.transfer;

import io.commonplace.pages.PagePath;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Decides which page or attachment each file of an archive becomes. Folders become the page tree. A folder with an {@code
 * index.md} or {@code README.md} becomes that page; another folder with pages gets an empty page. {@link PagePaths} decides
 * about files that would become the same page.
 */
final class ImportPlan {
    private final Map<String, SourceFile> sources = new LinkedHashMap<>();
    private final Map<String, SourceFile> pages = new LinkedHashMap<>();
    private final Map<String, SourceFile> files = new LinkedHashMap<>();
    private final Map<String, String> aliases = new LinkedHashMap<>();
    private final Map<String, PageHeader> headers = new LinkedHashMap<>();
    private final Map<String, String> attachmentPathsInLowerCase = new HashMap<>();
    private final int maxSize;
    private final FileNotes notes;
    private final String below;

    /**
     * @param maxSize the maximum number of pages, files and former addresses together, including pages for folders
     * @param below the path of an existing page, with which the paths of all files begin; empty for the top of the space
     */
    ImportPlan(int maxSize, FileNotes notes, String below) {
        this.maxSize = maxSize;
        this.notes = notes;
        this.below = below;
    }

    /**
     * @param hash of the text
     * @param length of the text, in characters
     * @param formerAddresses from the front matter
     */
    void addPage(String sourcePath, String title, String hash, int length, List<String> formerAddresses) {
        sources.put(sourcePath, new SourceFile(ImportFile.Kind.PAGE, sourcePath, title, hash, length));
        formerAddresses.stream()
                .map(address -> PagePath.ofFile(below.isEmpty() ? address : below + "/" + address))
                // A longer address can't have been a page's.
                .filter(address -> address.length() <= PagePath.MAX_LENGTH && aliases.size() <= maxSize)
                .forEach(address -> aliases.putIfAbsent(address, sourcePath));
    }

    /** @param header of the exported page in this file */
    void addHeader(String sourcePath, PageHeader header) {
        headers.put(sourcePath, header);
    }

    /** Whether Commonplace has written one of the files. */
    boolean isOfExport() {
        return !headers.isEmpty();
    }

    void addFile(String path, String hash, long size) {
        String known = attachmentPathsInLowerCase.putIfAbsent(path.toLowerCase(Locale.ROOT), path);
        if (known != null) {
            notes.problem(path, "import.file.sameName", known);
            return;
        }
        files.put(path, new SourceFile(ImportFile.Kind.FILE, path, PagePath.name(path), hash, size));
    }

    /**
     * @param known the space's pages
     * @param pageId gives the identifier for a page path, of an existing or a new page
     * @param fileId the same for attachments
     * @throws ArchiveRefused if the plan is too large
     */
    List<PlannedFile> complete(
            Collection<KnownPage> known, ToLongFunction<String> pageId, ToLongFunction<String> fileId)
            throws ArchiveRefused {
        MovedPaths moved = new MovedPaths(
                below, headers.values().stream().map(PageHeader::path).toList());
        Map<String, String> given = new LinkedHashMap<>();
        headers.forEach((file, header) -> given.put(file, moved.of(header.path())));
        Map<String, String> paths = new PagePaths(known, below).assign(sources.keySet(), given);
        sources.forEach((file, source) -> pages.put(Objects.requireNonNull(paths.get(file)), source));
        addMissingFolders();
        requireMaxSize();
        Map<String, Long> ids = ids(pageId);
        List<PlannedFile> plan = new ArrayList<>();
        pages.forEach((path, source) -> plan.add(source.planned(
                path,
                ids.get(path),
                path.isEmpty() ? null : nearest(PagePath.parent(path), ids),
                headers.containsKey(source.sourcePath()))));
        Map<String, String> listed = listedOn(paths, moved);
        files.forEach((path, source) -> plan.add(source.planned(
                path,
                fileId.applyAsLong(path),
                nearest(listed.getOrDefault(path, PagePath.ofFile(PagePath.parent(path))), ids),
                false)));
        addAliases(plan, paths, ids);
        return plan;
    }

    private void addAliases(List<PlannedFile> plan, Map<String, String> paths, Map<String, Long> ids) {
        aliases.forEach((alias, file) -> {
            if (!pages.containsKey(alias) && !alias.equals(below)) {
                String path = Objects.requireNonNull(paths.get(file));
                SourceFile source = new SourceFile(ImportFile.Kind.ALIAS, path, "", "", 0);
                plan.add(source.planned(alias, ids.get(path), null, false));
            }
        });
    }

    /** By path; also of the page below which all others come. */
    private Map<String, Long> ids(ToLongFunction<String> pageId) {
        Map<String, Long> ids = new HashMap<>();
        pages.keySet().stream().sorted().forEach(path -> ids.put(path, pageId.applyAsLong(path)));
        if (!below.isEmpty()) {
            ids.put(below, pageId.applyAsLong(below));
        }
        return ids;
    }

    /** The paths of the pages that list files of their own in another folder, by file. */
    private Map<String, String> listedOn(Map<String, String> paths, MovedPaths moved) {
        Map<String, String> listed = new HashMap<>();
        headers.forEach((file, header) ->
                header.files().forEach(own -> listed.put(moved.of(own), Objects.requireNonNull(paths.get(file)))));
        return listed;
    }

    private void requireMaxSize() throws ArchiveRefused {
        if (pages.size() + files.size() + aliases.size() > maxSize) {
            throw new ArchiveRefused("import.archive.plan", maxSize);
        }
    }

    private void addMissingFolders() throws ArchiveRefused {
        for (Map.Entry<String, SourceFile> page : List.copyOf(pages.entrySet())) {
            requireMaxSize();
            String folder = PagePath.parent(page.getValue().sourcePath());
            for (String path = PagePath.parent(page.getKey());
                    !path.isEmpty() && !path.equals(below);
                    path = PagePath.parent(path)) {
                folder = folderOf(path, folder);
                pages.putIfAbsent(path, SourceFile.folder(folder));
            }
        }
    }

    /** The folder's name in the archive, for a page path. */
    private static String folderOf(String path, String deepest) {
        String folder = deepest;
        while (!folder.isEmpty() && !PagePath.ofFile(folder + "/index").equals(path)) {
            folder = PagePath.parent(folder);
        }
        return folder.isEmpty() ? path : folder;
    }

    private static @Nullable Long nearest(String path, Map<String, Long> ids) {
        String ancestor = path;
        while (!ancestor.isEmpty() && !ids.containsKey(ancestor)) {
            ancestor = PagePath.parent(ancestor);
        }
        return ids.get(ancestor);
    }

    private record SourceFile(ImportFile.Kind kind, String sourcePath, String title, String hash, long size) {
        static SourceFile folder(String folder) {
            String words = PagePath.name(folder).replaceAll("[-_]+", " ").strip();
            String title =
                    words.isEmpty() ? folder : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
            return new SourceFile(ImportFile.Kind.FOLDER, folder + "/index.md", title, "", 0);
        }

        PlannedFile planned(String path, @Nullable Long targetId, @Nullable Long parentId, boolean titleGiven) {
            String shortTitle = title.length() > 300 ? title.substring(0, 299) + "…" : title;
            return new PlannedFile(
                    kind,
                    sourcePath,
                    path,
                    shortTitle,
                    hash,
                    size,
                    targetId == null ? 0 : targetId,
                    parentId,
                    titleGiven);
        }
    }
}
