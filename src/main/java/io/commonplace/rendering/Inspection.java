package io.commonplace.rendering;

import java.util.HashSet;
import java.util.Set;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Node;
import org.jspecify.annotations.Nullable;

/** Finds a parsed document's title and links, which are needed before it is rendered. */
final class Inspection extends AbstractVisitor {
    private final Node document;
    private final Set<String> destinations = new HashSet<>();
    private final Set<String> wikiTargets = new HashSet<>();
    private final int maxLinks;
    private @Nullable Heading first;

    /** @param maxLinks the highest accepted number of different links inside this site */
    Inspection(Node document, int maxLinks) {
        this.document = document;
        this.maxLinks = maxLinks;
    }

    ParsedPage page(@Nullable String title) {
        document.accept(this);
        return new ParsedPage(title == null ? firstHeading() : title, destinations, wikiTargets, document);
    }

    private @Nullable String firstHeading() {
        Heading heading = first == null && firstBlock() instanceof Heading opening ? opening : first;
        String text = heading == null ? "" : new PlainText().of(heading);
        return text.isEmpty() ? null : text;
    }

    /** The first visible block. */
    private @Nullable Node firstBlock() {
        Node block = document.getFirstChild();
        while (block instanceof LinkReferenceDefinition
                || (block instanceof HtmlBlock html && html.getLiteral().isBlank())) {
            block = block.getNext();
        }
        return block;
    }

    @Override
    public void visit(Heading heading) {
        if (first == null && heading.getLevel() == 1) {
            first = heading;
        }
        visitChildren(heading);
    }

    @Override
    public void visit(Link link) {
        add(link.getDestination());
        visitChildren(link);
    }

    @Override
    public void visit(Image image) {
        add(image.getDestination());
        visitChildren(image);
    }

    @Override
    public void visit(LinkReferenceDefinition definition) {
        add(definition.getDestination());
    }

    @Override
    public void visit(HtmlBlock html) {
        RawHtmlLinks.of(html.getLiteral(), this::add);
    }

    @Override
    public void visit(HtmlInline html) {
        RawHtmlLinks.of(html.getLiteral(), this::add);
    }

    private void add(String written) {
        Budget.check();
        String destination = Destination.trimmed(written);
        switch (Destination.of(destination)) {
            case INTERNAL -> destinations.add(destination);
            case WIKI -> {
                String target = Destination.wikiTarget(destination);
                // Without a page, it is a section of this one.
                if (!target.startsWith("#")) {
                    wikiTargets.add(target);
                }
            }
            case FRAGMENT, WEB, CONTACT, UNSUPPORTED -> {}
        }
        if (destinations.size() + wikiTargets.size() > maxLinks) {
            throw new RenderingRefused("rendering.tooManyLinks", (long) maxLinks);
        }
    }
}
