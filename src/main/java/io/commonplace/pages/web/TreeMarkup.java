package io.commonplace.pages.web;

import io.commonplace.pages.SpaceHead;
import io.commonplace.pages.SpaceTree;
import io.commonplace.platform.Html;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The page tree as list items: the top level, and below it only the path to the current page with its siblings and
 * children. So a space with thousands of pages still makes a small document.
 */
final class TreeMarkup {
    private final SpaceHead space;
    private final SpaceTree tree;
    private final long current;
    private final Set<Long> open = new HashSet<>();
    private final StringBuilder html = new StringBuilder(4096);

    private TreeMarkup(SpaceHead space, SpaceTree tree, long current) {
        this.space = space;
        this.tree = tree;
        this.current = current;
        tree.trail(current).forEach(node -> open.add(node.id()));
    }

    static String of(PageRead read) {
        TreeMarkup markup = new TreeMarkup(
                read.space(), read.tree(), read.page() == null ? 0 : read.page().id());
        markup.items(read.tree().top());
        return markup.html.toString();
    }

    private void items(List<SpaceTree.Node> nodes) {
        for (SpaceTree.Node node : nodes) {
            List<SpaceTree.Node> children = tree.children(node.id());
            boolean isOpen = open.contains(node.id()) && !children.isEmpty();
            html.append(
                    children.isEmpty()
                            ? "<li>"
                            : isOpen ? "<li class=\"has-children is-open\">" : "<li class=\"has-children\">");
            link(node);
            if (isOpen) {
                html.append("<ul>");
                items(children);
                html.append("</ul>");
            }
            html.append("</li>");
        }
    }

    private void link(SpaceTree.Node node) {
        html.append("<a href=\"");
        Html.escape(space.href(node.path()), html);
        html.append(node.id() == current ? "\" aria-current=\"page\">" : "\">");
        Html.escape(node.title(), html);
        html.append("</a>");
    }
}
