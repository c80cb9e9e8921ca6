package io.commonplace.pages;

import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.DeltaType;
import java.util.ArrayList;
import java.util.List;

/**
 * A replacement of words.
 *
 * @param from the number of the first word that is replaced, from 0
 * @param to the number of the first word after them; the same if words are only inserted
 * @param text the words in their place
 */
record WordEdit(int from, int to, String text) {
    /** See {@link Differences#of}. */
    private static final int MAX_LINES = 10_000;

    private static final int MAX_WORDS = 2_000;

    /** The edits that make the second text from the first one, in order. Between two there is at least one equal word. */
    static List<WordEdit> between(String before, String after) {
        List<WordEdit> edits = new ArrayList<>();
        int words = 0;
        for (AbstractDelta<String> lines : Differences.of(Words.lines(before), Words.lines(after), MAX_LINES)) {
            List<String> was = Words.of(String.join("", lines.getSource().getLines()));
            if (lines.getType() != DeltaType.EQUAL) {
                String is = String.join("", lines.getTarget().getLines());
                addEdits(words, Differences.of(was, Words.of(is), MAX_WORDS), edits);
            }
            words += was.size();
        }
        return edits;
    }

    private static void addEdits(int start, List<AbstractDelta<String>> words, List<WordEdit> edits) {
        int at = start;
        for (AbstractDelta<String> delta : words) {
            int size = delta.getSource().size();
            if (delta.getType() != DeltaType.EQUAL) {
                String text = String.join("", delta.getTarget().getLines());
                edits.add(new WordEdit(at, at + size, text));
            }
            at += size;
        }
    }
}
