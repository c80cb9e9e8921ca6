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
 * {@code [!WARNING]} or {@code [!CAUTION]}. Also Obsidian's callouts: the line may go on with a title, a sign after the
 * bracket folds it there, and there are more kinds.
 */
final class Alerts implements Parser.ParserExtension, HtmlRenderer.HtmlRendererExtension {
    private static final Pattern MARKER =
            Pattern.compile("\\[!([a-z]{1,20})][+-]?(?:\\s+|$)", Pattern.CASE_INSENSITIVE);
    private static final Map<String, String> KINDS = Map.ofEntries(
            Map.entry("note", "note"),
            Map.entry("tip", "tip"),
            Map.entry("important", "important"),
            Map.entry("warning", "warning"),
            Map.entry("caution", "caution"),
            Map.entry("abstract", "note"),
            Map.entry("attention", "warning"),
            Map.entry("bug", "caution"),
            Map.entry("check", "tip"),
            Map.entry("cite", "note"),
            Map.entry("danger", "caution"),
            Map.entry("done", "tip"),
            Map.entry("error", "caution"),
            Map.entry("example", "note"),
            Map.entry("fail", "caution"),
            Map.entry("failure", "caution"),
            Map.entry("faq", "note"),
            Map.entry("help", "note"),
            Map.entry("hint", "tip"),
            Map.entry("info", "note"),
            Map.entry("missing", "caution"),
            Map.entry("question", "note"),
            Map.entry("quote", "note"),
            Map.entry("success", "tip"),
            Map.entry("summary", "note"),
            Map.entry("tldr", "note"),
            Map.entry("todo", "note"));

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

    /** The first line of an alert. Its children are those of a line. */
    private static final class Title extends CustomBlock {}

    private static final class Finder extends AbstractVisitor {
        @Override
        public void visit(BlockQuote quote) {
            visitChildren(quote);
            if (quote.getFirstChild() instanceof Paragraph paragraph
                    && paragraph.getFirstChild() instanceof Text text
                    // An escaped bracket is a subclass of Text.
                    && text.getClass() == Text.class) {
                Matcher marker = MARKER.matcher(text.getLiteral());
                String name = marker.lookingAt() ? marker.group(1).toLowerCase(Locale.ROOT) : "";
                String kind = KINDS.get(name);
                if (kind != null && isComplete(marker.group(), text.getNext())) {
                    text.setLiteral(text.getLiteral().substring(marker.end()));
                    replace(quote, new Alert(kind), title(paragraph, name));
                }
            }
        }

        /** Whether the line ends after the marker, or goes on after white space. */
        private static boolean isComplete(String marker, @Nullable Node next) {
            return isLineEnd(next) || Character.isWhitespace(marker.charAt(marker.length() - 1));
        }

        private static boolean isLineEnd(@Nullable Node node) {
            return node == null || node instanceof SoftLineBreak || node instanceof HardLineBreak;
        }

        /** Takes the rest of the first line. */
        private static Title title(Paragraph paragraph, String name) {
            Title title = new Title();
            Node node = paragraph.getFirstChild();
            while (node != null && !isLineEnd(node)) {
                Node next = node.getNext();
                title.appendChild(node);
                node = next;
            }
            if (node == null) {
                paragraph.unlink();
            } else {
                node.unlink();
            }
            boolean isEmpty = title.getFirstChild() instanceof Text text
                    && text.getNext() == null
                    && text.getLiteral().isBlank();
            if (isEmpty) {
                title.appendChild(new Text(defaultTitle(name)));
            }
            return title;
        }

        private static String defaultTitle(String name) {
            return name.equals(KINDS.get(name))
                    ? Labels.of("rendering.alert." + name)
                    : name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
        }

        private static void replace(Node quote, Node alert, Node title) {
            alert.appendChild(title);
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
            return Set.of(Alert.class, Title.class);
        }

        @Override
        public void render(Node node) {
            if (node instanceof Alert alert) {
                write("div", "alert alert-" + alert.kind, alert);
            } else {
                write("p", "alert-title", node);
            }
        }

        private void write(String element, String style, Node node) {
            var html = context.getWriter();
            html.line();
            html.tag(element, Map.of("class", style));
            if (node instanceof Alert) {
                html.line();
            }
            for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
                context.render(child);
            }
            html.tag("/" + element);
            html.line();
        }
    }
}
