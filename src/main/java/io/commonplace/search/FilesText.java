package io.commonplace.search;

import io.commonplace.attachments.text.TextOfFile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The text of all files beside a page, as one text.
 *
 * @param parts for each file a line: where its text begins, its address, and its name
 */
record FilesText(String text, String parts) {
    /** After the text of each file: a form feed, as between pages. No snippet goes beyond it. */
    static final char END = '\f';

    private static final String SEPARATOR = "\t";

    /** Characters, for one page. */
    static final int MAX_LENGTH = Snippets.MAX_TEXT;

    static FilesText of(List<TextOfFile> files) {
        StringBuilder text = new StringBuilder();
        StringBuilder parts = new StringBuilder();
        for (TextOfFile file : files) {
            String name = file.name().replaceAll("\\p{Cntrl}", " ");
            parts.append(String.join(SEPARATOR, Integer.toString(text.length()), file.href(), name))
                    .append('\n');
            text.append(file.text()).append(END);
        }
        return new FilesText(text.toString(), parts.toString());
    }

    /** The file whose text has this offset. */
    static Hit.@Nullable File fileAt(String parts, int offset) {
        Hit.@Nullable File found = null;
        for (String line : parts.split("\n")) {
            String[] part = line.split(SEPARATOR, 3);
            if (Integer.parseInt(part[0]) <= offset) {
                found = new Hit.File(part[2], part[1]);
            }
        }
        return found;
    }
}
