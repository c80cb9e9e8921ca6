package io.commonplace.rendering;

import java.util.List;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;

/** Finds where a source names the targets of its wiki links. */
final class WikiPlaces extends WrittenPlaces {
    private static final String OPEN = "[[";

    WikiPlaces(String source, int offset) {
        super(source, offset);
    }

    @Override
    public void visit(Image image) {
        add(image, image.getDestination());
    }

    @Override
    void add(Node link, String destination) {
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
            found(start, end, target);
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
