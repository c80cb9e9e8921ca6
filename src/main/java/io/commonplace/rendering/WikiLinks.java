package io.commonplace.rendering;

import java.util.Set;
import org.commonmark.node.Link;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.InlineParserContext;
import org.commonmark.parser.Parser;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.LinkInfo;
import org.commonmark.parser.beta.LinkProcessor;
import org.commonmark.parser.beta.LinkResult;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Scanner;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jspecify.annotations.Nullable;

/**
 * Turns {@code [[Target]]} and {@code [[Target|text]]} into links to {@code wiki:Target}. Links of CommonMark stay as they
 * are: a defined reference, or {@code [[text]](destination)}.
 */
final class WikiLinks implements Parser.ParserExtension, HtmlRenderer.HtmlRendererExtension, LinkProcessor {
    /** The marker of an image, and a third bracket. */
    private static final Set<String> NO_LINK_AFTER = Set.of("!", "[");

    @Override
    public void extend(Parser.Builder builder) {
        builder.linkProcessor(this).customInlineContentParserFactory(new Escapes());
    }

    @Override
    public void extend(HtmlRenderer.Builder builder) {
        builder.nodeRendererFactory(EscapedBracketRenderer::new);
    }

    @Override
    public LinkResult process(LinkInfo link, Scanner scanner, InlineParserContext context) {
        Node outer = link.openingBracket().getPrevious();
        if (link.destination() != null || link.label() != null || link.marker() != null || !isBracket(outer)) {
            return LinkResult.none();
        }
        scanner.setPosition(link.afterTextBracket());
        if (!scanner.next(']') || "([:".indexOf(scanner.peek()) >= 0) {
            return LinkResult.none();
        }
        if (context.getDefinition(LinkReferenceDefinition.class, link.text()) != null) {
            return LinkResult.none();
        }
        Link wiki = wikiLink(link.text());
        if (wiki == null) {
            return LinkResult.none();
        }
        // The outer bracket must stay in the tree, because the parser still has it on its stack.
        ((Text) outer).setLiteral("");
        return LinkResult.replaceWith(wiki, scanner.position());
    }

    private static boolean isBracket(@Nullable Node node) {
        return node instanceof Text bracket
                && !(bracket instanceof EscapedBracket)
                && bracket.getLiteral().equals("[")
                && !(bracket.getPrevious() instanceof Text before && NO_LINK_AFTER.contains(before.getLiteral()));
    }

    private static @Nullable Link wikiLink(String inside) {
        int pipe = inside.indexOf('|');
        String target = (pipe < 0 ? inside : inside.substring(0, pipe)).strip();
        String text = (pipe < 0 ? inside : inside.substring(pipe + 1)).strip();
        if (target.isEmpty() || text.isEmpty() || inside.indexOf('\n') >= 0) {
            return null;
        }
        Link link = new Link(Destination.WIKI_SCHEME + target, null);
        link.appendChild(new Text(text));
        return link;
    }

    /** {@code \[}. Without this node nothing would show that {@code \[[text]]} was escaped and is no link. */
    private static final class EscapedBracket extends Text {
        EscapedBracket() {
            super("[");
        }
    }

    private static final class Escapes implements InlineContentParserFactory {
        @Override
        public Set<Character> getTriggerCharacters() {
            return Set.of('\\');
        }

        @Override
        public InlineContentParser create() {
            return state -> {
                Scanner scanner = state.scanner();
                scanner.next();
                return scanner.next('[')
                        ? ParsedInline.of(new EscapedBracket(), scanner.position())
                        : ParsedInline.none();
            };
        }
    }

    private record EscapedBracketRenderer(HtmlNodeRendererContext context) implements NodeRenderer {
        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(EscapedBracket.class);
        }

        @Override
        public void render(Node node) {
            // Not just "[": the parser appends the text that follows to this node.
            context.getWriter().text(((Text) node).getLiteral());
        }
    }
}
