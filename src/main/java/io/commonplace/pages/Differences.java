package io.commonplace.pages;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.ChangeDelta;
import com.github.difflib.patch.Chunk;
import com.github.difflib.patch.DeltaType;
import com.github.difflib.patch.EqualDelta;
import java.util.ArrayList;
import java.util.List;

/** Compares two lists of lines or words, with bounded work. */
final class Differences {
    private final List<String> before;
    private final List<String> after;
    private final List<AbstractDelta<String>> deltas = new ArrayList<>();

    private Differences(List<String> before, List<String> after) {
        this.before = before;
        this.after = after;
    }

    /**
     * @param maxSize the work grows with the square of what is between the first and the last difference, in both lists
     *     together. If that is larger, all of it is taken as changed.
     * @return what is equal and what differs, in order, without gaps; by turns
     */
    static List<AbstractDelta<String>> of(List<String> before, List<String> after, int maxSize) {
        Differences differences = new Differences(before, after);
        differences.compare(maxSize);
        return differences.deltas;
    }

    private void compare(int maxSize) {
        int shorter = Math.min(before.size(), after.size());
        int head = 0;
        while (head < shorter && before.get(head).equals(after.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < shorter - head && fromEnd(before, tail).equals(fromEnd(after, tail))) {
            tail++;
        }
        add(DeltaType.EQUAL, chunk(before, 0, head), chunk(after, 0, head));
        Chunk<String> was = chunk(before, head, before.size() - tail - head);
        Chunk<String> is = chunk(after, head, after.size() - tail - head);
        if (was.size() == 0 || is.size() == 0 || was.size() + is.size() > maxSize) {
            add(DeltaType.CHANGE, was, is);
        } else {
            addAll(was, is);
        }
        add(DeltaType.EQUAL, chunk(before, before.size() - tail, tail), chunk(after, after.size() - tail, tail));
    }

    private static String fromEnd(List<String> list, int index) {
        return list.get(list.size() - 1 - index);
    }

    private static Chunk<String> chunk(List<String> list, int from, int size) {
        return new Chunk<>(from, list.subList(from, from + size));
    }

    private void addAll(Chunk<String> was, Chunk<String> is) {
        int from = was.getPosition();
        int to = is.getPosition();
        for (AbstractDelta<String> delta : DiffUtils.<String>diff(
                        was.getLines(), is.getLines(), new MyersDiffWithLinearSpace<>(), null, true)
                .getDeltas()) {
            int removed = delta.getSource().size();
            int added = delta.getTarget().size();
            add(delta.getType(), chunk(before, from, removed), chunk(after, to, added));
            from += removed;
            to += added;
        }
    }

    /** The algorithm gives a replacement as an insertion and a deletion, which are one here. */
    private void add(DeltaType type, Chunk<String> was, Chunk<String> is) {
        if (was.size() == 0 && is.size() == 0) {
            return;
        }
        if (type == DeltaType.EQUAL) {
            deltas.add(new EqualDelta<>(was, is));
        } else if (!deltas.isEmpty() && last().getType() != DeltaType.EQUAL) {
            AbstractDelta<String> last = deltas.remove(deltas.size() - 1);
            deltas.add(new ChangeDelta<>(
                    chunk(
                            before,
                            last.getSource().getPosition(),
                            last.getSource().size() + was.size()),
                    chunk(
                            after,
                            last.getTarget().getPosition(),
                            last.getTarget().size() + is.size())));
        } else {
            deltas.add(new ChangeDelta<>(was, is));
        }
    }

    private AbstractDelta<String> last() {
        return deltas.get(deltas.size() - 1);
    }
}
