package io.commonplace.transfer;

import io.commonplace.pages.PagePath;
import io.commonplace.pages.PathCandidates;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Names the files of an archive, so that each system can unpack it. A page has the name of the file that it was imported
 * from, because the links in its text are relative to that; if it has moved since, it has the name that its address gives.
 * A name that a system doesn't allow, or that is taken, gets the page's or the attachment's identifier.
 */
final class ExportNames {
    /** Of a name between slashes, in bytes of UTF-8; most file systems allow 255. */
    private static final int MAX_BYTES = 200;

    private static final int MAX_CUT = 40;
    private static final Pattern FORBIDDEN = Pattern.compile("[<>:\"|?*\\\\/\\p{Cntrl}\\uFFFD\\p{Cs}]+");
    private static final Pattern EDGES = Pattern.compile("^[.\\s]+|[.\\s]+$");
    private static final Pattern EXTENSION = Pattern.compile("(?:\\.[^./]{1,12}){1,2}$");
    private static final Pattern UNPORTABLE =
            Pattern.compile("(?i)(?:^|/)(?:\\.|(?:con|prn|aux|nul|com\\d|lpt\\d)(?:\\.|/|$))|[. ](?:/|$)|(?:^|/) ");

    private final Set<String> taken = new HashSet<>();
    private final Set<String> folders = new HashSet<>();
    private final String extension;

    /** For an archive of Markdown. */
    ExportNames() {
        this(".md");
    }

    /** @param extension of the pages' files */
    ExportNames(String extension) {
        this.extension = extension;
    }

    /** @param folder of the page's space in the archive */
    String page(String folder, String path, String sourcePath, long pageId) {
        String made = (path.isEmpty() ? "index" : path) + extension;
        String source = extension.equals(".md") && isOf(path, sourcePath)
                ? Normalizer.normalize(sourcePath, Normalizer.Form.NFC)
                : made;
        return first(folder, List.of(source, made, numbered(made, pageId), numbered(PagePath.name(made), pageId)));
    }

    private static boolean isOf(String path, String sourcePath) {
        return PagePath.isMarkdown(sourcePath) && PathCandidates.of(sourcePath).contains(path);
    }

    /** Markdown that is attached to a page gets another extension, because an import would make a page of it. */
    String file(String folder, String path, long attachmentId) {
        String composed = Normalizer.normalize(path, Normalizer.Form.NFC);
        String name = PagePath.isMarkdown(composed) ? composed + ".txt" : composed;
        return first(folder, List.of(name, numbered(name, attachmentId), numbered(PagePath.name(name), attachmentId)));
    }

    private String first(String folder, List<String> names) {
        String name = names.stream()
                .map(each -> folder + "/" + each)
                .filter(each -> isPortable(each) && isFree(each))
                .findFirst()
                .orElse(folder + "/" + names.get(names.size() - 1));
        taken.add(key(name));
        for (String parent = PagePath.parent(key(name)); !parent.isEmpty(); parent = PagePath.parent(parent)) {
            folders.add(parent);
        }
        return name;
    }

    private static boolean isPortable(String name) {
        try {
            return EntryName.check(name, ImportLimits.DEPTH).equals(name)
                    && !UNPORTABLE.matcher(name).find()
                    && !JunkFile.is(name)
                    && Stream.of(name.split("/"))
                            .allMatch(part -> part.getBytes(StandardCharsets.UTF_8).length <= MAX_BYTES);
        } catch (FileRefused e) {
            return false;
        }
    }

    /** Whether neither a file nor a folder has the name, on systems that don't tell capitals apart either. */
    private boolean isFree(String name) {
        String key = key(name);
        boolean isFree = !taken.contains(key) && !folders.contains(key);
        for (String parent = PagePath.parent(key); isFree && !parent.isEmpty(); parent = PagePath.parent(parent)) {
            isFree = !taken.contains(parent);
        }
        return isFree;
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** The name without what a system may not allow, and with the identifier before its extension. */
    private static String numbered(String file, long id) {
        String name = FORBIDDEN.matcher(PagePath.name(file)).replaceAll("-");
        var extension = EXTENSION.matcher(name);
        String end = extension.find() ? extension.group() : "";
        String stem =
                EDGES.matcher(name.substring(0, name.length() - end.length())).replaceAll("");
        int kept =
                stem.codePointCount(0, stem.length()) > MAX_CUT ? stem.offsetByCodePoints(0, MAX_CUT) : stem.length();
        String parent = PagePath.parent(file);
        return (parent.isEmpty() ? "" : parent + "/") + stem.substring(0, kept) + "-" + id + end;
    }
}
