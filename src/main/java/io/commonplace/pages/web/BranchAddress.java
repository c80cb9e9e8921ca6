package io.commonplace.pages.web;

import io.commonplace.pages.Branch;
import io.commonplace.pages.BranchKey;
import io.commonplace.pages.SpaceHead;
import io.commonplace.pages.TreeNode;
import io.commonplace.platform.NotFound;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The children of a page that follow a key, as parameters of an address.
 *
 * @param parent the page's identifier; 0 for the pages without a parent
 */
record BranchAddress(long parent, BranchKey key) {
    /** @throws NotFound if an identifier is not a number */
    static BranchAddress of(HttpServletRequest request) {
        String title = request.getParameter("title");
        return title == null
                ? new BranchAddress(id(request.getParameter("of")), BranchKey.START)
                : new BranchAddress(
                        id(request.getParameter("of")), new BranchKey(title, id(request.getParameter("id"))));
    }

    /** The children that follow those that are shown. A branch at the top may also have pages of another parent. */
    static BranchAddress after(Branch branch, List<TreeNode> shown) {
        long parent = parent(branch);
        BranchKey key = shown.stream()
                .filter(node -> node.parentId() == parent)
                .reduce((one, later) -> later)
                .map(BranchKey::of)
                .orElse(BranchKey.START);
        return new BranchAddress(parent, key);
    }

    private static long parent(Branch branch) {
        if (branch.page() != null) {
            return branch.page().id();
        }
        return branch.children().isEmpty() ? 0 : branch.children().get(0).parentId();
    }

    boolean isFirst() {
        return key.equals(BranchKey.START);
    }

    /** The address of the list. The same parameters after {@code /tree} give a part of the tree. */
    String href(SpaceHead space) {
        return "/below?space=" + space.slug() + "&of=" + parent
                + (isFirst()
                        ? ""
                        : "&title=" + URLEncoder.encode(key.title(), StandardCharsets.UTF_8) + "&id=" + key.id());
    }

    /** @throws NotFound if the text is not a number */
    static long id(String given) {
        try {
            return Long.parseLong(given);
        } catch (NumberFormatException e) {
            NotFound refusal = new NotFound("page.notFound");
            refusal.initCause(e);
            throw refusal;
        }
    }
}
