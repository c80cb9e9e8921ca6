package io.commonplace.rendering;

import java.util.Map;
import java.util.Set;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;

/**
 * A formula in TeX. Its HTML is what was written, with the dollar signs; the browser's script shows the formula instead, and
 * without scripts there is still the source.
 */
final class Formula {
    private static final Map<String, String> STYLE = Map.of("class", "math");

    private Formula() {}

    /** In a line. Two dollar signs ask for the size that it would have on lines of its own. */
    static final class Inline extends CustomNode {
        private final String written;

        Inline(String written) {
            this.written = written;
        }

        String written() {
            return written;
        }
    }

    /** On lines of its own. */
    static final class Block extends CustomBlock {
        private String source = "";

        Block() {}

        Block(String source) {
            this.source = source;
        }

        void setSource(String source) {
            this.source = source;
        }
    }

    record Renderer(HtmlNodeRendererContext context) implements NodeRenderer {
        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(Inline.class, Block.class);
        }

        @Override
        public void render(Node node) {
            var html = context.getWriter();
            if (node instanceof Inline inline) {
                html.tag("span", STYLE);
                html.text(inline.written);
                html.tag("/span");
            } else {
                html.line();
                html.tag("div", STYLE);
                html.text("$$\n" + ((Block) node).source.strip() + "\n$$");
                html.tag("/div");
                html.line();
            }
        }
    }
}
