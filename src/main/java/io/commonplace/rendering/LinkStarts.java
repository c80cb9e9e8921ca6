package io.commonplace.rendering;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.jspecify.annotations.Nullable;

/** Finds where a source has each of its links and pictures first, of all kinds. */
final class LinkStarts extends AbstractVisitor {
    private final int offset;
    private final Map<String, Integer> found = new HashMap<>();

    /** @param offset of the text that was parsed, below its front matter */
    LinkStarts(int offset) {
        this.offset = offset;
    }

    /** @return places in the source by the links, as {@link RenderedPage#brokenLinks()} has them */
    Map<String, Integer> of(Node document) {
        document.accept(this);
        return found;
    }

    @Override
    public void visit(Link link) {
        add(LinkStage.shown(link.getDestination(), false), start(link));
        visitChildren(link);
    }

    @Override
    public void visit(Image image) {
        add(LinkStage.shown(image.getDestination(), true), start(image));
        visitChildren(image);
    }

    /** A link with a reference stands where it is used. */
    @Override
    public void visit(LinkReferenceDefinition definition) {}

    @Override
    public void visit(HtmlBlock html) {
        addRaw(html, html.getLiteral());
    }

    @Override
    public void visit(HtmlInline html) {
        addRaw(html, html.getLiteral());
    }

    private void addRaw(Node html, String literal) {
        int start = start(html);
        RawHtmlLinks.of(literal, destination -> {
            int at = start + Math.max(0, literal.indexOf(destination));
            add(LinkStage.shown(destination, false), at);
            add(LinkStage.shown(destination, true), at);
        });
    }

    private void add(String shown, int start) {
        Budget.check();
        found.merge(shown, start, Math::min);
    }

    /** Of the node, or of the nearest one around it whose place is known. */
    private int start(Node node) {
        @Nullable Node at = node;
        while (at != null) {
            List<SourceSpan> spans = at.getSourceSpans();
            if (!spans.isEmpty()) {
                return offset + spans.get(0).getInputIndex();
            }
            at = at.getParent();
        }
        return offset;
    }
}
