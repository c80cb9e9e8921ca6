package io.commonplace.pages.web;

import io.commonplace.pages.SpaceTree;
import io.commonplace.platform.Html;
import java.util.List;

/** The pages of a space as options of a datalist, in the order of the tree: what one can find by typing a part of it. */
final class ParentChoices {
    /** Beyond these a browser's list is no help; the field takes every path, listed or not. */
    private static final int MOST = 2_000;

    private final SpaceTree tree;
    private final long left;
    private final StringBuilder html = new StringBuilder(4096);
    private int count;

    private ParentChoices(SpaceTree tree, long left) {
        this.tree = tree;
        this.left = left;
    }

    /** @param without a page that is left out, with all below it */
    static String of(SpaceTree tree, long without) {
        ParentChoices choices = new ParentChoices(tree, without);
        choices.add(tree.top(), "");
        return choices.html.toString();
    }

    private void add(List<SpaceTree.Node> nodes, String above) {
        for (SpaceTree.Node node : nodes) {
            if (node.id() != left && count++ < MOST) {
                String title = above + node.title();
                html.append("<option value=\"");
                Html.escape(node.path(), html);
                html.append("\" label=\"");
                Html.escape(title, html);
                html.append("\"></option>");
                add(tree.children(node.id()), title + " / ");
            }
        }
    }
}
