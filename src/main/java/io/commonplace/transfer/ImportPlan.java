package io.commonplace.transfer;

import io.commonplace.pages.PagePath;
import io.commonplace.platform.Messages;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Decides which page or attachment each file of an archive becomes. Folders become the page tree: a folder with an
 * {@code index.md} or {@code README.md} is that page, one with pages but without such a file gets a page of its own.
 */
final class ImportPlan {
    private final Map<String, MetricSource> pages = new LinkedHashMap<>();
    private final Map<String, MetricSource> files = new LinkedHashMap<>();
    private final Map<String, String> aliases = new LinkedHashMap<>();
    private final Map<String, String> attachmentPathsInLowerCase = new HashMap<>();
    private final int most;
    private final BiConsumer<String, String> problems;

    /** @param most pages, files and former addresses together; folders without a page of their own become pages too */
    ImportPlan(int most, BiConsumer<String, String> problems) {
        this.most = most;
        this.problems = problems;
    }

    /** @param formerAddresses from the front matter */
    void addPage(String sourcePath, String title, String markdown, String hash, List<String> formerAddresses) {
        String path = PagePath.ofFile(sourcePath);
        MetricSource known = pages.get(path);
        if (known != null && known.text() != null) {
            problems.accept(sourcePath, Messages.text("import.file.samePage", known.sourcePath()));
            return;
        }
        pages.put(path, new MetricSource(ImportFile.Kind.PAGE, sourcePath, title, hash, markdown.length(), markdown));
        formerAddresses.stream()
                .map(PagePath::ofFile)
                // Nobody was ever at an address that is longer than any page's may be.
                .filter(address -> address.length() <= PagePath.MAX_LENGTH && aliases.size() <= most)
                .forEach(address -> aliases.putIfAbsent(address, path));
    }

    void addFile(String path, String hash, long size) {
        String known = attachmentPathsInLowerCase.putIfAbsent(path.toLowerCase(Locale.ROOT), path);
        if (known != null) {
            problems.accept(path, Messages.text("import.file.sameName", known));
            return;
        }
        files.put(path, new MetricSource(ImportFile.Kind.FILE, path, PagePath.name(path), hash, size, null));
    }

    /**
     * @param pageId identifier for a page path, of the page that is there or a new one
     * @param fileId the same for attachments
     * @throws ArchiveRefused if that is more than may be in one plan
     */
    List<PlannedFile> complete(ToLongFunction<String> pageId, ToLongFunction<String> fileId) throws ArchiveRefused {
        addMissingFolders();
        requireBounded();
        Map<String, Long> ids = new HashMap<>();
        pages.keySet().stream().sorted().forEach(path -> ids.put(path, pageId.applyAsLong(path)));
        List<PlannedFile> plan = new ArrayList<>();
        pages.forEach((path, metricSource) -> plan.add(metricSource.planned(
                path, ids.get(path), path.isEmpty() ? null : nearest(PagePath.parent(path), ids))));
        files.forEach((path, metricSource) -> plan.add(metricSource.planned(
                path, fileId.applyAsLong(path), nearest(PagePath.ofFile(PagePath.parent(path)), ids))));
        aliases.forEach((alias, path) -> {
            if (!pages.containsKey(alias)) {
                MetricSource metricSource = new MetricSource(ImportFile.Kind.ALIAS, path, "", "", 0, null);
                plan.add(metricSource.planned(alias, ids.get(path), null));
            }
        });
        return plan;
    }

    private void requireBounded() throws ArchiveRefused {
        if (pages.size() + files.size() + aliases.size() > most) {
            throw new ArchiveRefused("import.archive.plan", most);
        }
    }

    private void addMissingFolders() throws ArchiveRefused {
        for (Map.Entry<String, MetricSource> page : List.copyOf(pages.entrySet())) {
            requireBounded();
            String folder = PagePath.parent(page.getValue().sourcePath());
            for (String path = PagePath.parent(page.getKey()); !path.isEmpty(); path = PagePath.parent(path)) {
                folder = folderOf(path, folder);
                pages.putIfAbsent(path, MetricSource.folder(folder));
            }
        }
    }

    /** The folder, as it is written in the archive, that became the page path. */
    private static String folderOf(String path, String below) {
        String folder = below;
        while (!folder.isEmpty() && !PagePath.ofFile(folder + "/index").equals(path)) {
            folder = PagePath.parent(folder);
        }
        return folder.isEmpty() ? path : folder;
    }

    private static @Nullable Long nearest(String path, Map<String, Long> ids) {
        String at = path;
        while (!at.isEmpty() && !ids.containsKey(at)) {
            at = PagePath.parent(at);
        }
        return ids.get(at);
    }

    private record MetricSource(
            ImportFile.Kind kind,
            String sourcePath,
            String title,
            String hash,
            long size,
            @Nullable String text) {
        static MetricSource folder(String folder) {
            String words = PagePath.name(folder).replaceAll("[-_]+", " ").strip();
            String title =
                    words.isEmpty() ? folder : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
            return new MetricSource(ImportFile.Kind.FOLDER, folder + "/index.md", title, "", 0, null);
        }

        PlannedFile planned(String path, @Nullable Long targetId, @Nullable Long parentId) {
            String shortTitle = title.length() > 300 ? title.substring(0, 299) + "…" : title;
            return new PlannedFile(
                    kind, sourcePath, path, shortTitle, hash, size, targetId == null ? 0 : targetId, parentId, text);
        }
    }
}
