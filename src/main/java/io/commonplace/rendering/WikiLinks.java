package io.commonplace.rendering;

import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.node.Image;
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
 * Turns {@code [[Target]]} and {@code [[Target|text]]} into links to {@code wiki:Target}, {@code ![[picture.png]]} into an
 * image, and {@code ![[Page]]} into a link that says what it is. Links of CommonMark stay as they are: a defined reference,
 * or {@code [[text]](destination)}.
 */
final class WikiLinks implements Parser.ParserExtension, HtmlRenderer.HtmlRendererExtension, LinkProcessor {
    private static final Pattern PICTURE = Pattern.compile("(?i).*\\.(?:png|jpe?g|gif|svg|webp|avif|bmp)");

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
        boolean embeds = isMark(outer.getPrevious(), "!");
        Node wiki = wikiLink(link.text(), embeds);
        if (wiki == null) {
            return LinkResult.none();
        }
        // The outer bracket must stay in the tree, because the parser still has it on its stack.
        ((Text) outer).setLiteral("");
        if (embeds) {
            ((Text) outer.getPrevious()).setLiteral("");
        }
        return LinkResult.replaceWith(wiki, scanner.position());
    }

    private static boolean isBracket(@Nullable Node node) {
        return node != null && isMark(node, "[") && !isMark(node.getPrevious(), "[");
    }

    private static boolean isMark(@Nullable Node node, String mark) {
        return node instanceof Text text
                && !(text instanceof EscapedBracket)
                && text.getLiteral().equals(mark);
    }

    private static @Nullable Node wikiLink(String inside, boolean embeds) {
        int pipe = inside.indexOf('|');
        String target = (pipe < 0 ? inside : inside.substring(0, pipe)).strip();
        String text = (pipe < 0 ? inside : inside.substring(pipe + 1)).strip();
        if (target.isEmpty() || text.isEmpty() || inside.indexOf('\n') >= 0) {
            return null;
        }
        boolean isPicture = embeds && PICTURE.matcher(target).matches();
        Node link = isPicture
                ? new Image(Destination.WIKI_SCHEME + inside, null)
                : new Link(Destination.WIKI_SCHEME + target, null);
        link.appendChild(new Text(embeds && !isPicture ? Labels.of("rendering.label.embedded", text) : text));
        return link;
    }

    /** {@code \[}. Without this node nothing would show that {@code \[[text]]} was escaped and is not a link. */
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
