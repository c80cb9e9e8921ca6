package io.commonplace.pages;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What a tree shows around a page.
 *
 * @param top the pages at the top; those below the front page are among them
 * @param way the pages from the top to the page, with the children of each; empty for the front page
 */
public record TreePath(Branch top, List<Branch> way) {
    /** The pages above and the page itself, from the top, without the front page. */
    public List<TreeNode> trail() {
        return way.stream().map(Branch::parent).toList();
    }

    /** Changes with what the tree shows. */
    public String version() {
        return way.stream().map(Branch::version).collect(Collectors.joining(" ", top.version() + " ", ""));
    }

    /** The pages below the page. */
    public Branch below() {
        return way.isEmpty() ? top : way.get(way.size() - 1);
    }
}
