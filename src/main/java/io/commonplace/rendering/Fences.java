package io.commonplace.rendering;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * Code blocks that are no code: {@code mermaid} is a diagram, {@code math} a formula. A diagram's HTML is its source, which
 * the browser's script folds below the picture.
 */
final class Fences implements Parser.ParserExtension, HtmlRenderer.HtmlRendererExtension {
    @Override
    public void extend(Parser.Builder builder) {
        builder.postProcessor(document -> {
            document.accept(new Finder());
            return document;
        });
    }

    @Override
    public void extend(HtmlRenderer.Builder builder) {
        builder.nodeRendererFactory(DiagramRenderer::new);
    }

    private static final class Diagram extends CustomBlock {
        private final String source;

        Diagram(String source) {
            this.source = source;
        }
    }

    private static final class Finder extends AbstractVisitor {
        @Override
        public void visit(FencedCodeBlock code) {
            switch (code.getInfo() == null ? "" : code.getInfo().strip()) {
                case "mermaid" -> replace(code, new Diagram(code.getLiteral()));
                case "math" -> replace(code, new Formula.Block(code.getLiteral()));
                default -> {}
            }
        }

        private static void replace(Node code, Node other) {
            code.insertAfter(other);
            code.unlink();
        }
    }

    private record DiagramRenderer(HtmlNodeRendererContext context) implements NodeRenderer {
        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(Diagram.class);
        }

        @Override
        public void render(Node node) {
            var html = context.getWriter();
            html.line();
            // In one order, so that the same text is always the same HTML.
            html.tag(
                    "figure", new TreeMap<>(Map.of("class", "diagram", "title", Labels.of("rendering.label.diagram"))));
            html.tag("details", Map.of("open", ""));
            html.tag("summary");
            html.text(Labels.of("rendering.label.diagramSource"));
            html.tag("/summary");
            html.tag("pre");
            html.tag("code");
            html.text(((Diagram) node).source);
            html.tag("/code");
            html.tag("/pre");
            html.tag("/details");
            html.tag("/figure");
            html.line();
        }
    }
}
