package io.commonplace.rendering;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;

/**
 * Finds where a source names the targets of its wiki links. As with {@link DestinationPlaces}, what the parser reads as the
 * target must stand at its place; otherwise nothing is found.
 */
final class WikiPlaces extends AbstractVisitor {
    private static final String OPEN = "[[";

    private final String source;
    private final int offset;
    private final List<WrittenDestination> found = new ArrayList<>();

    /** @param offset of the text that was parsed, below its front matter */
    WikiPlaces(String source, int offset) {
        this.source = source;
        this.offset = offset;
    }

    List<WrittenDestination> of(Node document) {
        document.accept(this);
        found.sort(Comparator.comparingInt(WrittenDestination::start));
        return found;
    }

    @Override
    public void visit(Link link) {
        add(link, link.getDestination());
        visitChildren(link);
    }

    @Override
    public void visit(Image image) {
        add(image, image.getDestination());
    }

    private void add(Node link, String destination) {
        Budget.check();
        List<SourceSpan> spans = link.getSourceSpans();
        if (Destination.of(destination) != Destination.WIKI || spans.isEmpty()) {
            return;
        }
        // The link begins with the inner bracket; the outer one, which the parser keeps as a text, stands before it.
        int inner = offset + spans.get(0).getInputIndex();
        int open = source.startsWith(OPEN, inner - 1) ? inner - 1 : source.indexOf(OPEN, inner);
        int start = open < 0 ? source.length() : afterBlanks(open + OPEN.length());
        String target = Destination.wikiTarget(destination);
        int end = start + target.length();
        if (source.startsWith(target, start) && isEnd(afterBlanks(end))) {
            found.add(new WrittenDestination(start, end, target));
        }
    }

    private boolean isEnd(int at) {
        return source.startsWith("|", at) || source.startsWith("]]", at);
    }

    private int afterBlanks(int from) {
        int at = from;
        while (at < source.length() && (source.charAt(at) == ' ' || source.charAt(at) == '\t')) {
            at++;
        }
        return at;
    }
}
