package io.commonplace.pages;

import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.Chunk;
import com.github.difflib.patch.DeltaType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where two texts differ: line by line and, in a changed line, word by word. What is equal is shown only near a difference. */
public final class TextComparison {
    /** Equal lines shown before and after a difference. */
    private static final int CONTEXT = 3;

    /** A longer comparison is cut off: nobody reads it, and a browser would be slow. */
    static final int MAX_ROWS = 1_000;

    /** See {@link Differences#of}. */
    private static final int MAX_LINES = 10_000;

    private static final int MAX_WORDS = 1_000;

    /** The squares of the numbers of words, of all changed lines together. */
    private static final long MAX_WORK = 20_000_000;

    /** Characters. The words of a longer line would take a hundred times its memory, so all of it is taken as changed. */
    private static final int MAX_LINE = 20_000;

    private static final Pattern WORD_ENDS = Pattern.compile("(?<=\\W)|(?=\\W)", Pattern.UNICODE_CHARACTER_CLASS);

    private final List<Row> rows = new ArrayList<>();
    private int linesBefore;
    private int linesAfter;
    private int hidden;
    private long workLeft = MAX_WORK;

    private TextComparison() {}

    /** @param changed whether the other text has something else here */
    public record Part(String text, boolean changed) {}

    /** @param number from 1 */
    public record Line(int number, List<Part> parts) {}

    public enum Kind {
        SAME,
        CHANGED,
        /** Equal lines that are not shown. */
        OMITTED,
        /** What was cut off at the end. */
        REST
    }

    /**
     * Lines that belong together.
     *
     * @param before null if the line was added
     * @param after null if the line was removed
     * @param lines the number of lines that are not shown
     */
    public record Row(
            Kind kind, @Nullable Line before, @Nullable Line after, int lines) {}

    public static List<Row> of(String before, String after) {
        TextComparison comparison = new TextComparison();
        comparison.compare(before.lines().toList(), after.lines().toList());
        return comparison.rows();
    }

    private void compare(List<String> before, List<String> after) {
        List<String> removed = new ArrayList<>();
        List<String> added = new ArrayList<>();
        for (AbstractDelta<String> delta : Differences.of(before, after, MAX_LINES)) {
            if (delta.getType() == DeltaType.EQUAL) {
                changed(removed, added);
                removed.clear();
                added.clear();
                same(delta.getSource(), before.size());
            } else {
                removed.addAll(delta.getSource().getLines());
                added.addAll(delta.getTarget().getLines());
            }
        }
        changed(removed, added);
    }

    private void same(Chunk<String> chunk, int size) {
        List<String> lines = chunk.getLines();
        int head = chunk.getPosition() == 0 ? 0 : Math.min(CONTEXT, lines.size());
        boolean last = chunk.getPosition() + lines.size() == size;
        int tail = last ? lines.size() : Math.max(head, lines.size() - CONTEXT);
        lines.subList(0, head).forEach(this::same);
        if (tail > head) {
            add(new Row(Kind.OMITTED, null, null, tail - head));
            linesBefore += tail - head;
            linesAfter += tail - head;
        }
        lines.subList(tail, lines.size()).forEach(this::same);
    }

    private void same(String text) {
        List<Part> parts = List.of(new Part(text, false));
        add(new Row(Kind.SAME, new Line(++linesBefore, parts), new Line(++linesAfter, parts), 0));
    }

    private void changed(List<String> removed, List<String> added) {
        for (int i = 0; i < Math.max(removed.size(), added.size()); i++) {
            if (rows.size() == MAX_ROWS) {
                hidden += Math.max(removed.size(), added.size()) - i;
                return;
            }
            changed(i < removed.size() ? removed.get(i) : null, i < added.size() ? added.get(i) : null);
        }
    }

    private void changed(@Nullable String was, @Nullable String is) {
        List<AbstractDelta<String>> words = wordDeltas(was, is);
        add(new Row(
                Kind.CHANGED,
                was == null ? null : new Line(++linesBefore, parts(was, words, AbstractDelta::getSource)),
                is == null ? null : new Line(++linesAfter, parts(is, words, AbstractDelta::getTarget)),
                0));
    }

    /** Empty if the words are not compared. */
    private List<AbstractDelta<String>> wordDeltas(@Nullable String was, @Nullable String is) {
        if (was == null || is == null || Math.max(was.length(), is.length()) > MAX_LINE) {
            return List.of();
        }
        List<String> before = words(was);
        List<String> after = words(is);
        List<AbstractDelta<String>> deltas =
                Differences.of(before, after, Math.min(MAX_WORDS, (int) Math.sqrt(workLeft)));
        long words = before.size() + after.size();
        workLeft = Math.max(0, workLeft - words * words);
        return deltas;
    }

    private void add(Row row) {
        if (rows.size() < MAX_ROWS) {
            rows.add(row);
        } else {
            hidden++;
        }
    }

    private static List<String> words(String line) {
        return List.of(WORD_ENDS.split(line));
    }

    private static List<Part> parts(
            String line, List<AbstractDelta<String>> words, Function<AbstractDelta<String>, Chunk<String>> side) {
        if (words.isEmpty()) {
            return List.of(new Part(line, true));
        }
        return words.stream()
                .map(delta ->
                        new Part(String.join("", side.apply(delta).getLines()), delta.getType() != DeltaType.EQUAL))
                .filter(part -> !part.text().isEmpty())
                .toList();
    }

    private List<Row> rows() {
        if (hidden > 0) {
            rows.add(new Row(Kind.REST, null, null, hidden));
        }
        return rows;
    }
}
