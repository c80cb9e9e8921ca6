package io.commonplace.rendering;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;

/** Finds where a source ticks its tasks, in the order in which they are numbered. */
final class TaskPlaces extends AbstractVisitor {
    private static final Pattern MARKER = Pattern.compile("(?:[-+*]|[0-9]{1,9}[.)])[ \\t]+\\[([xX\\s])]");

    private final String source;
    private final int offset;
    private final List<WrittenTask> found = new ArrayList<>();

    /** @param offset of the text that was parsed, below its front matter */
    TaskPlaces(String source, int offset) {
        this.source = source;
        this.offset = offset;
    }

    List<WrittenTask> of(Node document) {
        document.accept(this);
        return found;
    }

    @Override
    public void visit(ListItem item) {
        if (item.getFirstChild() instanceof Tasks.Task task) {
            found.add(new WrittenTask(place(item), task.isDone(), task.text()));
        }
        visitChildren(item);
    }

    private int place(ListItem item) {
        List<SourceSpan> spans = item.getSourceSpans();
        if (spans.isEmpty()) {
            return -1;
        }
        Matcher marker = MARKER.matcher(source).region(offset + spans.get(0).getInputIndex(), source.length());
        return marker.lookingAt() ? marker.start(1) : -1;
    }
}
