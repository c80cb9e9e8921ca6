package io.commonplace.rendering;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.commonmark.ext.task.list.items.TaskListItemMarker;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomNode;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * Numbers a page's tasks in the order of its source, so that they can be ticked on the page. Must be registered after the
 * extension that finds them.
 */
final class Tasks implements Parser.ParserExtension, HtmlRenderer.HtmlRendererExtension {
    /** The attribute with a task's number; authors can't set it. */
    static final String NUMBER = "data-task";

    private static final int MAX_LABEL = 200;

    @Override
    public void extend(Parser.Builder builder) {
        builder.postProcessor(document -> {
            document.accept(new Numbering());
            return document;
        });
    }

    @Override
    public void extend(HtmlRenderer.Builder builder) {
        builder.nodeRendererFactory(TaskRenderer::new);
    }

    /** The marker of an item; the item's text follows. */
    static final class Task extends CustomNode {
        private final int number;
        private final boolean done;

        Task(int number, boolean done) {
            this.number = number;
            this.done = done;
        }

        boolean isDone() {
            return done;
        }

        /** The text of the item's first paragraph. */
        String text() {
            return getNext() instanceof Paragraph paragraph ? new PlainText().of(paragraph) : "";
        }
    }

    private static final class Numbering extends AbstractVisitor {
        private int next;

        @Override
        public void visit(ListItem item) {
            if (item.getFirstChild() instanceof TaskListItemMarker marker) {
                marker.insertBefore(new Task(next++, marker.isChecked()));
                marker.unlink();
            }
            visitChildren(item);
        }
    }

    private record TaskRenderer(HtmlNodeRendererContext context) implements NodeRenderer {
        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(Task.class);
        }

        @Override
        public void render(Node node) {
            Task task = (Task) node;
            Map<String, String> attributes = new LinkedHashMap<>();
            attributes.put("type", "checkbox");
            attributes.put(NUMBER, Integer.toString(task.number));
            attributes.put("aria-label", label(task.text()));
            if (task.done) {
                attributes.put("checked", "");
            }
            context.getWriter().tag("input", attributes);
            context.getWriter().text(" ");
        }

        private static String label(String text) {
            return text.length() > MAX_LABEL ? text.substring(0, MAX_LABEL) + "…" : text;
        }
    }
}
