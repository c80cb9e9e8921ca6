package io.commonplace.pages.web;

import io.commonplace.pages.SpaceTree;
import io.commonplace.platform.Html;
import java.util.List;

/**
 * The pages of a space as options of a datalist, in the order of the tree. The browser filters them while the person types.
 */
final class ParentChoices {
    /** A longer list doesn't help in a browser. The field accepts every path, listed or not. */
    private static final int MAX_OPTIONS = 2_000;

    private final SpaceTree tree;
    private final long excluded;
    private final StringBuilder html = new StringBuilder(4096);
    private int count;

    private ParentChoices(SpaceTree tree, long excluded) {
        this.tree = tree;
        this.excluded = excluded;
    }

    /** @param excluded a page that is left out, with its descendants */
    static String of(SpaceTree tree, long excluded) {
        ParentChoices choices = new ParentChoices(tree, excluded);
        choices.add(tree.top(), "");
        return choices.html.toString();
    }

    private void add(List<SpaceTree.Node> nodes, String above) {
        for (SpaceTree.Node node : nodes) {
            if (node.id() != excluded && count++ < MAX_OPTIONS) {
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
