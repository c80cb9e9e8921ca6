package io.commonplace.rendering;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jspecify.annotations.Nullable;

/**
 * GitHub's alerts: a block quote that begins with a line {@code [!NOTE]}, {@code [!TIP]}, {@code [!IMPORTANT]},
 * {@code [!WARNING]} or {@code [!CAUTION]}.
 */
final class Alerts implements Parser.ParserExtension, HtmlRenderer.HtmlRendererExtension {
    private static final Pattern MARKER =
            Pattern.compile("\\[!(note|tip|important|warning|caution)]\\s*", Pattern.CASE_INSENSITIVE);

    @Override
    public void extend(Parser.Builder builder) {
        builder.postProcessor(document -> {
            document.accept(new Finder());
            return document;
        });
    }

    @Override
    public void extend(HtmlRenderer.Builder builder) {
        builder.nodeRendererFactory(AlertRenderer::new);
    }

    private static final class Alert extends CustomBlock {
        private final String kind;

        Alert(String kind) {
            this.kind = kind;
        }
    }

    private static final class Finder extends AbstractVisitor {
        @Override
        public void visit(BlockQuote quote) {
            visitChildren(quote);
            if (quote.getFirstChild() instanceof Paragraph paragraph) {
                String kind = takeMarker(paragraph);
                if (kind != null) {
                    replace(quote, new Alert(kind));
                }
            }
        }

        private static @Nullable String takeMarker(Paragraph paragraph) {
            // An escaped bracket is a subclass of Text.
            if (!(paragraph.getFirstChild() instanceof Text text) || text.getClass() != Text.class) {
                return null;
            }
            Matcher marker = MARKER.matcher(text.getLiteral());
            Node after = text.getNext();
            boolean alone = after == null || after instanceof SoftLineBreak || after instanceof HardLineBreak;
            if (!alone || !marker.matches()) {
                return null;
            }
            text.unlink();
            if (after == null) {
                paragraph.unlink();
            } else {
                after.unlink();
            }
            return marker.group(1).toLowerCase(Locale.ROOT);
        }

        private static void replace(Node quote, Node alert) {
            for (Node child = quote.getFirstChild(); child != null; child = quote.getFirstChild()) {
                alert.appendChild(child);
            }
            quote.insertAfter(alert);
            quote.unlink();
        }
    }

    private record AlertRenderer(HtmlNodeRendererContext context) implements NodeRenderer {
        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(Alert.class);
        }

        @Override
        public void render(Node node) {
            String kind = ((Alert) node).kind;
            var html = context.getWriter();
            html.line();
            html.tag("div", Map.of("class", "alert alert-" + kind));
            html.line();
            html.tag("p", Map.of("class", "alert-title"));
            html.text(Labels.of("rendering.alert." + kind));
            html.tag("/p");
            html.line();
            for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
                context.render(child);
            }
            html.tag("/div");
            html.line();
        }
    }
}
