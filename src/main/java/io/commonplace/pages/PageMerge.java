package io.commonplace.pages;

import io.commonplace.pages.TextMerge.Choice;
import io.commonplace.pages.TextMerge.Part;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A person's text merged with the one that somebody else has saved meanwhile.
 *
 * @param title the person's, unless only the other one has changed it
 * @param bothTitles whether both have changed the title, each to another one
 * @param parts the merged text
 */
public record PageMerge(String title, boolean bothTitles, List<Part> parts) {
    /**
     * Words that both have changed.
     *
     * @param number from 1
     * @param rows both versions, with what stands around them on their lines
     */
    public record Conflict(int number, List<TextComparison.Row> rows) {}

    /** @param base the text that both are based on */
    public static PageMerge of(PageText base, PageText mine, PageText theirs) {
        String title = mine.title().strip();
        boolean changed = !title.equals(base.title());
        boolean both = changed
                && !theirs.title().equals(base.title())
                && !theirs.title().equals(title);
        return new PageMerge(
                changed ? title : theirs.title(),
                both,
                TextMerge.of(base.markdown(), mine.markdown(), theirs.markdown()));
    }

    public boolean hasConflicts() {
        return parts.stream().anyMatch(Part::isConflict);
    }

    /** @param choices one for each conflict; for those that have none, both versions are taken */
    public String markdown(List<Choice> choices) {
        List<Choice> all = new ArrayList<>(choices);
        all.addAll(Collections.nCopies(parts.size(), Choice.BOTH));
        return TextMerge.text(parts, all);
    }

    public List<Conflict> conflicts() {
        List<Conflict> conflicts = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i).isConflict()) {
                conflicts.add(new Conflict(conflicts.size() + 1, rows(i)));
            }
        }
        return conflicts;
    }

    private List<TextComparison.Row> rows(int conflict) {
        Part part = parts.get(conflict);
        String before = conflict == 0 ? "" : lastLine(parts.get(conflict - 1).mine());
        String after = conflict + 1 == parts.size()
                ? ""
                : firstLine(parts.get(conflict + 1).mine());
        return TextComparison.of(before + part.mine() + after, before + part.theirs() + after);
    }

    private static String lastLine(String text) {
        return text.substring(text.lastIndexOf('\n') + 1);
    }

    private static String firstLine(String text) {
        int end = text.indexOf('\n');
        return end < 0 ? text : text.substring(0, end);
    }
}
