package io.commonplace.pages;

import java.text.Normalizer;
import java.util.Locale;

/**
 * A page or a file that a link can lead to.
 *
 * @param id of the page or the file
 * @param path of the page or the file
 * @param sourcePath the file it was made from; empty if that is unknown, as for a former address
 * @param title empty for files
 */
public record LinkTarget(long id, String href, String path, String sourcePath, String title) {
    public static LinkTarget file(long id, String href, String path) {
        return new LinkTarget(id, href, path, path, "");
    }

    /** A former address of a page. */
    static LinkTarget former(long id, String href, String path) {
        return new LinkTarget(id, href, path, "", "");
    }

    /** Whether it is a former address, which redirects to a page. */
    boolean isFormer() {
        return sourcePath.isEmpty() && title.isEmpty();
    }

    boolean isExactly(String file) {
        return sourcePath.equals(file);
    }

    boolean isFolder() {
        return PagePath.isFolderPage(sourcePath);
    }

    boolean isFrom(String file) {
        return PagePath.withoutExtension(sourcePath).equals(PagePath.withoutExtension(file));
    }

    /**
     * Whether a link to a file may lead here, because the page has an address that the file's page could have. A link to
     * {@code C++.md} may not lead to the page of {@code C.md}.
     */
    boolean mayBe(String file) {
        String wanted = spelledName(file);
        return sourcePath.isEmpty()
                || PagePath.isFolderPage(file)
                || wanted.equals(PagePath.name(PagePath.ofFile(file)))
                || wanted.equals(spelledName(sourcePath))
                || wanted.equals(SpelledName.of(title));
    }

    private static String spelledName(String file) {
        return PagePath.name(PathCandidates.spelled(file));
    }

    /** Whether its file or its title has this name. */
    boolean isNamed(String name) {
        String wanted = key(PagePath.name(PagePath.withoutExtension(name)));
        return wanted.equals(key(PagePath.name(PagePath.withoutExtension(sourcePath))))
                || key(name).equals(key(title));
    }

    /** Whether its file or title is what was written, or ends in it after a slash. */
    boolean endsWith(String written) {
        String end = key(PagePath.withoutMarkdown(written));
        String own = key(PagePath.withoutMarkdown(sourcePath));
        return end.indexOf('/') < 0 || key(title).equals(end) || own.equals(end) || own.endsWith("/" + end);
    }

    /** The number of folders from the top that the target and a file have in common. */
    int sharedFolders(String file) {
        String[] own = PagePath.parent(sourcePath).split("/");
        String[] others = PagePath.parent(file).split("/");
        int shared = 0;
        while (shared < Math.min(own.length, others.length) && own[shared].equals(others[shared])) {
            shared++;
        }
        return shared;
    }

    /** A name for comparing: without regard to capitals and to how accents are written. */
    static String key(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT)
                .strip();
    }
}
