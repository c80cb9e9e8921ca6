package io.commonplace.search;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A page that was found.
 *
 * @param section in which the snippet's first match is; null if there is none, or before the first heading
 * @param file from which the snippet is; null if it is from the page itself
 */
public record Hit(
        IndexedPage page,
        Snippet snippet,
        @Nullable Section section,
        @Nullable File file) {
    /** @param sections as {@link Section#lines} has them */
    public static Hit inPage(IndexedPage page, Snippet snippet, String sections) {
        return new Hit(page, snippet, Section.at(sections, snippet.offset()), null);
    }

    /** @param parts as {@link FilesText#parts} has them */
    public static Hit inFile(IndexedPage page, Snippet snippet, String parts) {
        return new Hit(page, snippet, null, FilesText.fileAt(parts, snippet.offset()));
    }

    /** @param anchor the part of the address after {@code #} */
    public record Section(String anchor, String heading) {
        private static final String SEPARATOR = "\t";

        /** For each section with an anchor a line: where it begins in the text, its anchor, and its heading. */
        static String lines(List<PlainText.Section> sections) {
            return sections.stream()
                    .filter(section -> !section.anchor().isEmpty())
                    .map(section -> String.join(
                            SEPARATOR, Integer.toString(section.offset()), section.anchor(), section.heading()))
                    .collect(Collectors.joining("\n"));
        }

        /** The last one that begins before the offset. */
        private static @Nullable Section at(String lines, int offset) {
            return lines.lines()
                    .map(line -> line.split(SEPARATOR, 3))
                    .filter(part -> Integer.parseInt(part[0]) <= offset)
                    .reduce((first, second) -> second)
                    .map(part -> new Section(part[1], part[2]))
                    .orElse(null);
        }
    }

    /** A file beside the page. @param href its address */
    public record File(String name, String href) {}
}
