package io.commonplace.rendering;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/**
 * Leaves in a parsed page only the raw HTML that {@link TagRule} takes for markup, and turns the rest into text. So nothing
 * that a person wrote is dropped by the sanitiser or keeps a browser from reading on.
 */
final class RawHtml implements Parser.ParserExtension {
    @Override
    public void extend(Parser.Builder builder) {
        builder.postProcessor(document -> {
            Tags tags = new Tags();
            document.accept(tags);
            tags.byNode.forEach(RawHtml::write);
            return document;
        });
    }

    private static void write(Node node, List<RawTag> tags) {
        if (node instanceof HtmlBlock block) {
            block.setLiteral(html(block.getLiteral(), tags));
        } else if (node instanceof HtmlInline inline) {
            String html = tags.isEmpty() ? null : TagRule.html(tags.get(0));
            if (html == null) {
                inline.insertBefore(new Text(inline.getLiteral()));
                inline.unlink();
            } else {
                inline.setLiteral(html);
            }
        }
    }

    private static String html(String literal, List<RawTag> tags) {
        StringBuilder html = new StringBuilder(literal.length());
        int end = 0;
        for (RawTag tag : tags) {
            html.append(text(literal.substring(end, tag.start())));
            String markup = TagRule.html(tag);
            html.append(markup == null ? text(tag.literal()) : markup);
            end = tag.end();
        }
        return html.append(text(literal.substring(end))).toString();
    }

    /** References such as {@code &amp;} are HTML in a block, and stay. */
    private static String text(String html) {
        return html.replace("<", "&lt;");
    }

    /** Finds the tags of a page, and which of them belong together. */
    private static final class Tags extends AbstractVisitor {
        private final Map<Node, List<RawTag>> byNode = new LinkedHashMap<>();
        private final Map<String, Deque<RawTag>> open = new HashMap<>();
        /** The tags that were opened in the current paragraph, and end with it at the latest. */
        private final List<RawTag> inParagraph = new ArrayList<>();

        @Override
        public void visit(HtmlBlock block) {
            find(block, block.getLiteral(), true);
        }

        @Override
        public void visit(HtmlInline inline) {
            find(inline, inline.getLiteral(), false);
        }

        @Override
        public void visit(Paragraph paragraph) {
            visitLines(paragraph);
        }

        @Override
        public void visit(Heading heading) {
            visitLines(heading);
        }

        @Override
        public void visit(CustomNode node) {
            if (node instanceof TableCell) {
                visitLines(node);
            } else {
                visitChildren(node);
            }
        }

        private void visitLines(Node node) {
            visitChildren(node);
            inParagraph.forEach(tag -> opened(tag.name()).remove(tag));
            inParagraph.clear();
        }

        private void find(Node node, String html, boolean inBlock) {
            List<RawTag> tags = new ArrayList<>();
            byNode.put(node, tags);
            RawTag.find(html, inBlock, tag -> {
                tags.add(tag);
                if (tag.isEnd()) {
                    end(tag);
                } else if (!tag.isComment()) {
                    begin(tag);
                }
            });
        }

        private void begin(RawTag tag) {
            if (TagRule.PARENTS.getOrDefault(tag.name(), Set.of()).stream()
                    .anyMatch(parent -> !opened(parent).isEmpty())) {
                tag.setInParent();
            }
            opened(tag.name()).push(tag);
            if (!tag.inBlock()) {
                inParagraph.add(tag);
            }
        }

        private void end(RawTag tag) {
            RawTag start = opened(tag.name()).poll();
            if (start != null) {
                RawTag.pair(start, tag);
            }
        }

        private Deque<RawTag> opened(String name) {
            return open.computeIfAbsent(name, missing -> new ArrayDeque<>());
        }
    }
}
