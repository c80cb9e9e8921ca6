package io.commonplace.pages;

import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.DeltaType;
import io.commonplace.pages.PassageAuthors.Passage;
import io.commonplace.pages.RevisionQueries.Entry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Finds in which revision each line of a text was written. It goes back from revision to revision: a line that the one before
 * has as well is older, any other one was written in this revision.
 */
final class LineAuthors {
    /** See {@link Differences#of}. */
    private static final int MAX_LINES = 5_000;

    private final List<String> lines;
    private final @Nullable Entry[] authors;
    private List<String> text;

    /** Where the lines whose revision isn't known yet are in the text; -1 for the others. */
    private int[] places;

    /** @param latest the text */
    LineAuthors(String latest) {
        text = latest.lines().toList();
        lines = text;
        authors = new Entry[lines.size()];
        places = new int[lines.size()];
        Arrays.setAll(places, line -> line);
    }

    /** Whether every line's revision is known. */
    boolean isComplete() {
        return Arrays.stream(places).allMatch(place -> place < 0);
    }

    /** Goes back by one revision. @param revision whose text was looked at last @param before the text of the one before it */
    void goBack(Entry revision, String before) {
        List<String> older = before.lines().toList();
        int[] kept = new int[text.size()];
        Arrays.fill(kept, -1);
        for (AbstractDelta<String> delta : Differences.of(older, text, MAX_LINES)) {
            if (delta.getType() == DeltaType.EQUAL) {
                for (int i = 0; i < delta.getTarget().size(); i++) {
                    kept[delta.getTarget().getPosition() + i] =
                            delta.getSource().getPosition() + i;
                }
            }
        }
        for (int line = 0; line < places.length; line++) {
            if (places[line] >= 0) {
                places[line] = kept[places[line]];
                authors[line] = places[line] < 0 ? revision : null;
            }
        }
        text = older;
    }

    /** The remaining lines are from this revision, the first one. */
    void end(Entry first) {
        for (int line = 0; line < places.length; line++) {
            if (places[line] >= 0) {
                places[line] = -1;
                authors[line] = first;
            }
        }
    }

    /** The text in paragraphs, each with the latest revision of its lines. Neighbours of one revision are together. */
    List<Passage> passages() {
        List<Passage> passages = new ArrayList<>();
        int start = 0;
        for (int line = 0; line <= lines.size(); line++) {
            if (line == lines.size() || lines.get(line).isBlank()) {
                if (line > start) {
                    add(passages, String.join("\n", lines.subList(start, line)), latest(start, line));
                }
                start = line + 1;
            }
        }
        return passages;
    }

    private static void add(List<Passage> passages, String text, @Nullable Entry revision) {
        Passage last = passages.isEmpty() ? null : passages.get(passages.size() - 1);
        if (last != null && Objects.equals(last.revision(), revision)) {
            passages.set(passages.size() - 1, new Passage(last.text() + "\n\n" + text, revision));
        } else {
            passages.add(new Passage(text, revision));
        }
    }

    private @Nullable Entry latest(int from, int to) {
        Entry latest = null;
        for (int line = from; line < to; line++) {
            Entry revision = authors[line];
            if (revision != null && (latest == null || revision.number() > latest.number())) {
                latest = revision;
            }
        }
        return latest;
    }
}
