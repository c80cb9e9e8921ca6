package io.commonplace.transfer;

import java.util.List;

/**
 * A destination that an export has rewritten, and that an import may write again as it was.
 *
 * @param at where it is in the exported text, in characters
 * @param written by the export
 * @param original as it is in the page
 */
record LinkEdit(int at, String written, String original) {
    /** The text before the edits. Those that somebody has changed or moved since stay. @param edits in the order of the text */
    static String undo(String markdown, List<LinkEdit> edits) {
        StringBuilder out = new StringBuilder(markdown.length());
        int end = 0;
        for (LinkEdit edit : edits) {
            if (edit.at >= end && markdown.startsWith(edit.written, edit.at)) {
                out.append(markdown, end, edit.at).append(edit.original);
                end = edit.at + edit.written.length();
            }
        }
        return out.append(markdown.substring(end)).toString();
    }
}
