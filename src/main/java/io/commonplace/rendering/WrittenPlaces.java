package io.commonplace.rendering;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Link;
import org.commonmark.node.Node;

/**
 * Finds where a source names the targets of its links. The parser says where each link is as a whole. What it reads as the
 * target must then stand at its place; otherwise nothing is found.
 */
abstract class WrittenPlaces extends AbstractVisitor {
    final String source;

    /** Of the text that was parsed, below its front matter. */
    final int offset;

    private final List<WrittenDestination> found = new ArrayList<>();

    WrittenPlaces(String source, int offset) {
        this.source = source;
        this.offset = offset;
    }

    /** In the order of the text. */
    final List<WrittenDestination> of(Node document) {
        document.accept(this);
        found.sort(Comparator.comparingInt(WrittenDestination::start));
        return found;
    }

    @Override
    public final void visit(Link link) {
        add(link, link.getDestination());
        visitChildren(link);
    }

    abstract void add(Node link, String destination);

    final void found(int start, int end, String target) {
        found.add(new WrittenDestination(start, end, target));
    }
}
