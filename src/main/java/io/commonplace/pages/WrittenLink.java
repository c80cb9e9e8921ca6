package io.commonplace.pages;

import java.text.Normalizer;
import java.util.List;
import java.util.stream.Stream;

/**
 * The parts of a link inside a space.
 *
 * @param path decoded and composed (NFC), as names in archives are
 * @param rest query and fragment, as written
 */
record WrittenLink(String path, String rest) {
    static WrittenLink of(String written) {
        int end = 0;
        while (end < written.length() && written.charAt(end) != '#' && written.charAt(end) != '?') {
            end++;
        }
        // On Windows, people write paths with backslashes.
        String path = PagePath.decode(written.substring(0, end)).replace('\\', '/');
        return new WrittenLink(Normalizer.normalize(path, Normalizer.Form.NFC), written.substring(end));
    }

    /** Whether this is an address of this site, copied from a browser: of a page, a file or a search. */
    boolean isSiteAddress() {
        return path.startsWith("/s/") || path.startsWith("/files/") || RelativePath.isSearch(path + rest);
    }

    /** Whether this is a name alone, which a page in any folder can have. */
    boolean isName() {
        return path.indexOf('/') < 0;
    }

    /** The names that its target may have: all of it, because a title may contain a slash, or the last part. */
    List<String> names() {
        String whole = PagePath.withoutMarkdown(path).strip();
        return Stream.of(whole, PagePath.name(whole).strip())
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }
}
