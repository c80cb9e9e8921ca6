package io.commonplace.pages.web;

import io.commonplace.pages.Branch;
import io.commonplace.pages.SpaceHead;
import io.commonplace.pages.TreeNode;
import io.commonplace.pages.TreePath;
import io.commonplace.platform.Html;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page tree as list items: the top level, and below it only the path to the current page with its siblings and
 * children. Each level is cut after some pages, so that a space of any size makes a small document.
 */
final class TreeMarkup {
    /** Of all levels together; each shows {@value #FEWEST} at least. */
    private static final int LINES = 300;

    private static final int FEWEST = 10;

    private final SpaceHead space;
    private final String more;
    private final StringBuilder html = new StringBuilder(4096);
    private final List<Branch> way;
    private final int limit;
    private final long current;

    private TreeMarkup(SpaceHead space, String more, List<Branch> way, long current) {
        this.space = space;
        this.more = more;
        this.way = way;
        this.limit = Math.max(FEWEST, Math.min(Branch.LIMIT, LINES / (way.size() + 1)));
        this.current = current;
    }

    /** @param more the text of the links to the pages that are left out */
    static String of(PageRead read, String more) {
        TreePath path = read.tree();
        TreeMarkup markup = new TreeMarkup(
                read.space(),
                more,
                path.way(),
                read.page() == null ? 0 : read.page().id());
        markup.items(path.top(), 0);
        return markup.html.toString();
    }

    /** The children of one page only. */
    static String of(SpaceHead space, Branch branch, String more) {
        TreeMarkup markup = new TreeMarkup(space, more, List.of(), 0);
        markup.items(branch, 0);
        return markup.html.toString();
    }

    private void items(Branch branch, int depth) {
        List<TreeNode> all = branch.children();
        List<TreeNode> shown = all.size() > limit ? all.subList(0, limit) : all;
        Branch open = depth < way.size() ? way.get(depth) : null;
        boolean isShown = open == null;
        for (TreeNode node : shown) {
            boolean onWay = open != null && open.parent().id() == node.id();
            isShown |= onWay;
            item(node, onWay ? open : null, depth);
        }
        if (branch.more() || shown.size() < all.size()) {
            html.append("<li class=\"more\"><a href=\"");
            Html.escape(BranchAddress.after(branch, shown).href(space), html);
            html.append("\">");
            Html.escape(more, html);
            html.append("</a></li>");
        }
        if (!isShown && open != null) {
            item(open.parent(), open, depth);
        }
    }

    private void item(TreeNode node, @Nullable Branch open, int depth) {
        boolean isOpen = open != null && !open.children().isEmpty();
        if (!node.hasChildren()) {
            html.append("<li>");
        } else {
            html.append(isOpen ? "<li class=\"has-children is-open\"" : "<li class=\"has-children\"")
                    .append(" data-page=\"")
                    .append(node.id())
                    .append("\">");
        }
        link(node);
        if (open != null && isOpen) {
            html.append("<ul>");
            items(open, depth + 1);
            html.append("</ul>");
        }
        html.append("</li>");
    }

    private void link(TreeNode node) {
        html.append("<a href=\"");
        Html.escape(space.href(node.path()), html);
        html.append(node.id() == current ? "\" aria-current=\"page\">" : "\">");
        Html.escape(node.title(), html);
        html.append("</a>");
    }
}
